/** Does work in a page: inkgrad.mjs and peer.mjs. */
export interface Runner {
  /** Gets ready for work of ../protocol.mjs, and warm. */
  prepare(work: object, data: object): Promise<About>;
  /** One turn: milliseconds of each time the work was done. */
  run(): Promise<readonly number[]>;
  /** Of work that is to be learned: the share of the test rows that is read right now. */
  judge(): Promise<number>;
  /** Ends what it is doing, too. */
  end(): unknown;
}

/** How a runner will do the work. */
export interface About {
  readonly threads: number;
  readonly backend?: string;
  readonly version?: string;
  readonly note?: string;
}

export interface Racer {
  readonly name: string;
  readonly start: () => Runner;
}

export function threadCount(threads: number): string;
/** The work of learning ten digits. */
export const digitRace: object;
/** inkgrad with so many threads, and TensorFlow.js where it is installed. */
export function racersOf(threads: number): readonly Racer[];
