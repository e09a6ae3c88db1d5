/** Workers of studies. */

export interface WorkOptions {
  /** The address of a Redis, as `redis://:password@host:6379` or `rediss://`. */
  readonly queue: string;
  /** Runs at a time, each on a thread of its own. Default: one per core. */
  readonly cores?: number;
  /** A file or folder of digits. Default: MNIST, where loadMnist finds it. */
  readonly data?: string;
  /** Seconds of silence after which another worker takes a run. Default: 30. */
  readonly patience?: number;
  /** Ends the work: what is being trained is kept in Redis, and goes on at another worker. */
  readonly signal?: AbortSignal;
  /** Hears of each run: taken, done, given back. */
  readonly onNotice?: (text: string) => void;
}

/**
 * Takes runs of studies from a queue and carries them out, until the signal ends it. Several workers, on any machines,
 * give the bits that one has. Asks for the packages bullmq and ioredis.
 *
 * @throws FormatError for a study of other digits than are here, or of another version; QueueError where there is no
 *   Redis or a package is missing; OptionError
 * @example
 * ```js config
 * import { work } from 'inkgrad/study';
 *
 * await work({ queue: 'redis://queue.local:6379', data: 'mnist', signal: AbortSignal.timeout(3_600_000) });
 * ```
 */
export async function work(options: WorkOptions): Promise<void> {
  const { work } = await import('./queue.ts');
  return work(options);
}
