/** Test images to lay on the pad, for those who do not draw: by buttons, or by keys while the pad has the focus. */

import type { ImageTensor, LabelledRows } from 'inkgrad';
import { byId, create } from './dom.ts';
import { count } from './format.ts';
import type { Pad } from './pad.ts';

export function offerSamples({ x, y }: LabelledRows<ImageTensor>, pad: Pad): void {
  const rows = Array.from({ length: 10 }, (_, digit) => [...y.keys()].filter((row) => y[row] === digit));
  const show = (digit: number) => {
    const choices = rows[digit] as number[];
    const row = choices[Math.floor(Math.random() * choices.length)] as number;
    const about = `Test image ${count(row + 1)} of ${count(y.length)}: a ${digit}, to its writer.`;
    pad.lay({ kind: 'sample', image: x.slice(row, row + 1), about });
  };
  const buttons = rows.map((_, digit) => create('button', { type: 'button', onclick: () => show(digit) }, `${digit}`));
  byId('samples', HTMLElement).replaceChildren(...buttons);
  byId('pad', HTMLCanvasElement).addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey }) => {
    if (!ctrlKey && !metaKey && !altKey && /^\d$/.test(key)) show(Number(key));
  });
}
