/** What the test images are, and what they are taken for. */

import type { ConfusionMatrix } from 'inkgrad';
import { byId, create, setText } from './dom.ts';

export class ConfusionTable {
  readonly #cells: readonly (readonly HTMLTableCellElement[])[];

  constructor(classes: number) {
    const digits = Array.from({ length: classes }, (_, digit) => digit);
    const table = byId('confusion', HTMLTableElement);
    table.replaceChildren();
    const heading = (digit: number, scope: 'row' | 'col') => create('th', { scope }, String(digit));
    table.createTHead().append(create('tr', {}, create('td'), ...digits.map((digit) => heading(digit, 'col'))));
    const body = table.createTBody();
    this.#cells = digits.map((digit) => {
      const cells = digits.map(() => create('td'));
      body.append(create('tr', {}, heading(digit, 'row'), ...cells));
      return cells;
    });
  }

  show({ counts }: ConfusionMatrix): void {
    for (const [label, line] of counts.entries()) {
      const all = line.reduce((sum, count) => sum + count, 0);
      for (const [prediction, count] of line.entries()) {
        const cell = this.#cells[label]?.[prediction] as HTMLTableCellElement;
        const heat = heatOf(count / all);
        setText(cell, count === 0 ? '' : String(count));
        if (cell.dataset.heat === String(heat)) continue;
        cell.dataset.heat = String(heat);
        cell.style.setProperty('--heat-share', String(heat));
        cell.classList.toggle('hot', heat > 50);
      }
    }
  }
}

/**
 * From 0 to 100, by the square root: a few mistakes among a thousand images show as well. None between 50 and 85, on
 * which neither dark nor light numbers could be read.
 */
function heatOf(share: number): number {
  const heat = Math.round(20 * Math.sqrt(share)) * 5;
  return heat <= 50 || heat >= 85 ? heat : heat < 68 ? 50 : 85;
}
