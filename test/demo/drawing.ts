/** Digits as somebody draws them, with mouse or finger. */

import type { BrowserContextOptions, Page } from 'playwright-core';

type Line = readonly (readonly [x: number, y: number])[];

/** The corners of their lines, as shares of a square. */
export const drawings: Readonly<Record<number, readonly Line[]>> = {
  1: [
    [
      [0.5, 0.15],
      [0.48, 0.85],
    ],
  ],
  0: [
    [
      [0.5, 0.15],
      [0.33, 0.25],
      [0.27, 0.5],
      [0.33, 0.75],
      [0.5, 0.85],
      [0.66, 0.75],
      [0.72, 0.5],
      [0.66, 0.25],
      [0.5, 0.15],
    ],
  ],
  7: [
    [
      [0.28, 0.22],
      [0.74, 0.22],
      [0.6, 0.5],
      [0.46, 0.84],
    ],
  ],
  3: [
    [
      [0.3, 0.26],
      [0.5, 0.17],
      [0.68, 0.28],
      [0.63, 0.42],
      [0.48, 0.48],
      [0.66, 0.56],
      [0.7, 0.7],
      [0.55, 0.83],
      [0.3, 0.78],
    ],
  ],
};

interface Pen {
  down(x: number, y: number): Promise<unknown>;
  move(x: number, y: number): Promise<unknown>;
  up(): Promise<unknown>;
}

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Draws digits side by side in a pad, over half of its height if there are several. */
export async function drawDigits(pen: Pen, pad: Rectangle, digits: readonly number[]): Promise<void> {
  const side = Math.min(pad.height, pad.width / digits.length);
  const [left, top] = [pad.x + (pad.width - side * digits.length) / 2, pad.y + (pad.height - side) / 2];
  for (const [place, digit] of digits.entries()) {
    for (const line of drawings[digit] ?? []) {
      for (const [i, [right, down]] of line.entries()) {
        await pen[i === 0 ? 'down' : 'move'](left + (place + right) * side, top + down * side);
      }
      await pen.up();
    }
  }
}

/** Draws on the pad of the demo, as the visitor does: with a mouse, or a finger. */
export async function penOf(page: Page, { hasTouch }: BrowserContextOptions) {
  const pad = page.locator('#pad');
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints });
  const pens = {
    mouse: {
      down: (x: number, y: number) => page.mouse.move(x, y).then(() => page.mouse.down()),
      move: (x: number, y: number) => page.mouse.move(x, y),
      up: () => page.mouse.up(),
    },
    finger: {
      down: (x: number, y: number) => touch('touchStart', { x, y }),
      move: (x: number, y: number) => touch('touchMove', { x, y }),
      up: () => touch('touchEnd'),
    },
  };
  return {
    async draw(...digits: number[]): Promise<void> {
      if (await page.locator('#clear').isEnabled()) await page.locator('#clear').click();
      await pad.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      const rectangle = (await pad.boundingBox()) as Rectangle;
      await drawDigits(pens[hasTouch ? 'finger' : 'mouse'], rectangle, digits);
    },
  };
}
