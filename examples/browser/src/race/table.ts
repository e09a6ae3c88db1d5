/** A row for each racer, whose bar is as long as its training. */

import { threadCount } from '../../../../bench/page/racers.mjs';
import { byId, create, setText } from '../dom.ts';
import { duration, percent } from '../format.ts';
import type { Standing, State } from './contest.ts';

/** Seconds of the longest bar at least, so that the first one grows as well. */
const least = 1;

const states: Readonly<Record<State, string>> = {
  waiting: '',
  preparing: 'gets ready',
  learning: 'learns',
  judged: 'learns',
  arrived: '',
  late: 'not there',
  stopped: 'stopped',
  failed: '',
};

export class StandingsTable {
  readonly #table = byId('race-standings', HTMLTableElement);
  #rows: Row[] = [];
  #standings: readonly Standing[] = [];
  #frame: number | undefined;

  show(standings: readonly Standing[]): void {
    this.#standings = standings;
    if (this.#rows.length !== standings.length) {
      this.#rows = standings.map(({ name }, i) => new Row(name, i === 0));
      this.#table.tBodies[0]?.replaceChildren(...this.#rows.map(({ element }) => element));
    }
    this.#table.hidden = false;
    this.#frame ??= requestAnimationFrame(() => this.#draw());
  }

  /** As long as somebody learns, each frame has other times. */
  #draw(): void {
    this.#frame = undefined;
    const times = this.#standings.map(secondsNow);
    const longest = Math.max(least, ...times);
    for (const [i, standing] of this.#standings.entries()) {
      this.#rows[i]?.show(standing, times[i] as number, longest);
    }
    if (this.#standings.some(({ state }) => state === 'learning')) this.show(this.#standings);
  }
}

function secondsNow({ state, seconds, since = 0 }: Standing): number {
  return state === 'learning' ? seconds + (performance.now() - since) / 1000 : seconds;
}

class Row {
  readonly element: HTMLTableRowElement;
  readonly #about = create('small');
  readonly #bar = create('span', { className: 'length' }, create('span'));
  readonly #accuracy = create('td');
  readonly #seconds = create('td');

  constructor(name: string, ours: boolean) {
    const head = create('th', { scope: 'row' }, `${name} `, this.#about, this.#bar);
    this.element = create('tr', { className: ours ? 'ours' : '' }, head, this.#accuracy, this.#seconds);
  }

  show({ state, about, epochs, accuracy, error }: Standing, seconds: number, longest: number): void {
    this.element.dataset.state = state;
    const { version, backend, threads, note } = about ?? {};
    const done = epochs > 0 && `${epochs} ${epochs === 1 ? 'epoch' : 'epochs'}`;
    const more = [
      version,
      backend,
      threads && threadCount(threads),
      done,
      note,
      states[state],
      error && `not here: ${error}`,
    ];
    const texts = more.filter((text) => typeof text === 'string' && text !== '') as string[];
    setText(this.#about, texts.map((text) => text.replace(/(?<=^[\d.]+) /, '\u00a0')).join(', '));
    this.#bar.style.setProperty('--share', String(seconds / longest));
    setText(this.#accuracy, accuracy === undefined ? '–' : percent(accuracy));
    setText(this.#seconds, seconds === 0 ? '–' : duration(seconds));
  }
}
