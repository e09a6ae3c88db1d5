/** The race: inkgrad and TensorFlow.js, here and now. `?goal=0.9&images=6000` makes it an easy one. */

import type { TrainTestSplit } from 'inkgrad';
import { racersOf } from '../../../bench/page/racers.mjs';
import { byId, setText } from './dom.ts';
import { count, percent } from './format.ts';
import { type Course, race } from './race/contest.ts';
import { news, resultOf } from './race/news.ts';
import { StandingsTable } from './race/table.ts';
import { goal } from './tasks.ts';

/** What else goes on in the page. */
interface Host {
  /** Before a race; nothing else should be computed during one. */
  readonly onBegin: () => Promise<void>;
  readonly onEnd: () => void;
}

/** @param threads that inkgrad may have */
export function offerRace(data: TrainTestSplit, threads: number, { onBegin, onEnd }: Host): void {
  const section = byId('race', HTMLElement);
  const button = byId('race-press', HTMLButtonElement);
  const result = byId('race-result', HTMLElement);
  const spoken = byId('race-spoken', HTMLElement);
  const table = new StandingsTable();
  const racers = racersOf(threads);
  let stop: AbortController | undefined;

  const show = (state: 'idle' | 'racing' | 'done') => {
    section.dataset.state = state;
    setText(button, { idle: 'Race', racing: 'Stop', done: 'Race again' }[state]);
  };

  async function run(course: Course): Promise<void> {
    stop = new AbortController();
    setText(result, '');
    show('racing');
    await onBegin();
    try {
      const standings = await race(racers, course, {
        signal: stop.signal,
        onChange(standings) {
          table.show(standings);
          setText(spoken, news(standings));
        },
      });
      const text = resultOf(standings);
      setText(result, text);
      setText(spoken, text);
    } finally {
      stop = undefined;
      show('done');
      onEnd();
    }
  }

  byId('race-note', HTMLElement).hidden = racers.length > 1;
  button.hidden = racers.length < 2;
  show('idle');
  const course = courseOf(data, new URL(location.href).searchParams);
  setText(byId('race-goal', HTMLElement), percent(course.goal, 0));
  setText(byId('race-images', HTMLElement), count(course.images));
  button.disabled = false;
  button.addEventListener('click', () => (stop ? stop.abort() : run(course)));
}

/** The course that the address asks for. */
function courseOf(data: TrainTestSplit, asked: URLSearchParams): Course {
  const all = data.train.y.length;
  const course = { data, images: Number(asked.get('images') ?? all), goal: Number(asked.get('goal') ?? goal) };
  const { images } = course;
  if (!(Number.isInteger(images) && images >= 1 && images <= all)) {
    throw new Error(`images: expected a whole number from 1 to ${all}, got '${asked.get('images')}'`);
  }
  if (!(course.goal > 0 && course.goal <= 1)) {
    throw new Error(`goal: expected a share above 0 and not above 1, got '${asked.get('goal')}'`);
  }
  return course;
}
