/**
 * Racers learn the same images, one after the other, each until it reads enough of the test images right. Nothing here
 * knows of the page.
 */

import type { ImageTensor, LabelledRows, TrainTestSplit } from 'inkgrad';
import { type About, digitRace, type Racer, type Runner } from '../../../../bench/page/racers.mjs';

/** What is to be learned, and how well. */
export interface Course {
  readonly data: TrainTestSplit;
  /** Training images, from the first. */
  readonly images: number;
  /** Share of the test images. */
  readonly goal: number;
}

export type State = 'waiting' | 'preparing' | 'learning' | 'judged' | 'arrived' | 'late' | 'stopped' | 'failed';

/** How it stands with a racer. */
export interface Standing {
  readonly name: string;
  readonly state: State;
  readonly about?: About;
  /** That it has learned for, without being judged, until the last time it was. */
  readonly seconds: number;
  /** That it has learned. */
  readonly epochs: number;
  /** When it went on learning, by `performance.now()`. */
  readonly since?: number;
  /** When it was last judged. */
  readonly accuracy?: number;
  /** Why it failed. */
  readonly error?: string;
}

/** They are judged so many times an epoch. */
export const lapsAnEpoch = 4;
/** Who needs more of them is late. */
export const mostEpochs = 10;

/**
 * Lets them race.
 * @param onChange hears how it stands with all of them; the last one is also given back
 */
export async function race(
  racers: readonly Racer[],
  course: Course,
  { signal, onChange }: { signal: AbortSignal; onChange: (standings: readonly Standing[]) => void },
): Promise<readonly Standing[]> {
  let standings: readonly Standing[] = racers.map(({ name }) => ({ name, state: 'waiting', seconds: 0, epochs: 0 }));
  const data = lapsOf(course);
  for (const [i, { start }] of racers.entries()) {
    if (signal.aborted) break;
    const tell = (change: Partial<Standing>) => {
      standings = standings.map((standing, at) => (at === i ? { ...standing, ...change } : standing));
      onChange(standings);
    };
    try {
      await run(start(), data, course.goal, signal, tell);
    } catch (error) {
      if (signal.aborted) tell({ state: 'stopped' });
      else tell({ state: 'failed', error: (error as Error).message });
    }
  }
  return standings;
}

/** What a lap is done with, and what is asked after it, as bytes. */
function lapsOf({ data: { train, test }, images }: Course) {
  const rows = Math.ceil(images / lapsAnEpoch);
  const starts = Array.from({ length: lapsAnEpoch }, (_, lap) => lap * rows).filter((start) => start < images);
  return {
    parts: starts.map((start) => bytesOf(train, start, Math.min(start + rows, images))),
    test: bytesOf(test),
  };
}

function bytesOf({ x, y }: LabelledRows<ImageTensor>, start = 0, end = y.length) {
  const [, pixels] = x.shape;
  return { x: x.bytes.subarray(start * pixels, end * pixels), y: y.subarray(start, end) };
}

async function run(
  runner: Runner,
  data: ReturnType<typeof lapsOf>,
  goal: number,
  signal: AbortSignal,
  tell: (change: Partial<Standing>) => void,
): Promise<void> {
  const end = () => runner.end();
  signal.addEventListener('abort', end);
  try {
    tell({ state: 'preparing' });
    const seed = Math.floor(Math.random() * 2 ** 32);
    tell({ about: await runner.prepare({ ...digitRace, seed }, data) });
    let seconds = 0;
    for (let lap = 0; lap < mostEpochs * data.parts.length; lap++) {
      signal.throwIfAborted();
      tell({ state: 'learning', since: performance.now() });
      const [milliseconds = 0] = await runner.run();
      seconds += milliseconds / 1000;
      tell({ state: 'judged', seconds, epochs: (lap + 1) / data.parts.length });
      const accuracy = await runner.judge();
      if (accuracy >= goal) return tell({ state: 'arrived', accuracy });
      tell({ accuracy });
    }
    tell({ state: 'late' });
  } finally {
    signal.removeEventListener('abort', end);
    await runner.end();
  }
}
