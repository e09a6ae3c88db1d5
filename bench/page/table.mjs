/** A task's card: what each contestant took, as numbers and as bars. */
import { create } from '../../examples/browser/src/dom.ts';
import { threadCount } from '../harness/turns.mjs';
import { digits, milliseconds, rowsOf, times } from './results.mjs';

export class TaskCard {
  #rows = create('tbody');
  element;

  /** @param {object} task of ./tasks.mjs */
  constructor({ name, title, about }) {
    const heading = create('h2', { id: `${name}-heading` }, title);
    const head = ['Shorter is faster', 'time', 'against inkgrad'].map((text) => create('th', { scope: 'col' }, text));
    const table = create('table', { className: 'times' }, create('thead', {}, create('tr', {}, ...head)), this.#rows);
    table.setAttribute('aria-labelledby', heading.id);
    this.element = create(
      'section',
      { className: 'card', id: name },
      heading,
      create('p', { className: 'aside' }, about),
      table,
    );
    this.element.setAttribute('aria-labelledby', heading.id);
    this.clear();
  }

  clear() {
    this.#rows.replaceChildren(
      create('tr', {}, create('td', { colSpan: 3, className: 'empty' }, create('small', {}, 'Not measured yet.'))),
    );
  }

  show(players) {
    const rows = rowsOf(players);
    if (rows.length === 0) return;
    const longest = Math.max(...rows.map(({ median }) => median ?? 0));
    this.#rows.replaceChildren(...rows.map((row) => rowElement(row, longest)));
  }
}

function rowElement({ label, threads, note, ours, error, median, min, max, times: ratio }, longest) {
  const more = [threads && threadCount(threads).replace(' ', '\u00a0'), note].filter(Boolean).join(', ');
  const name = create('th', { scope: 'row' }, `${label} `);
  const row = create('tr', { className: ours ? 'ours' : '' }, name);
  if (error) {
    name.colSpan = 3;
    name.append(create('small', {}, `not here: ${error}`));
    return row;
  }
  const bar = create('span', { className: 'length' }, create('span'));
  bar.style.setProperty('--share', String(median / longest));
  name.append(create('small', {}, more), bar);
  const range = create('small', {}, `${digits(min)} – ${milliseconds(max)}`);
  row.append(create('td', {}, milliseconds(median), range), create('td', {}, ratio ? times(ratio) : ''));
  return row;
}
