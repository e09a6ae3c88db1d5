/** Progress of a training in a terminal, or as lines where there is none. */

import type { Options } from 'cli-progress';
import type { ProgressDisplay } from '../platform.ts';
import { formatFigures, formatRate, formatTime, lineProgress } from '../progress.ts';

const longestBar = 30;
const shortestBar = 5;

export function isTerminal(): boolean {
  return process.stdout.isTTY === true;
}

/** A bar in a terminal where `style` asks for it, else a line. */
export async function nodeProgress(
  style: 'bar' | 'line',
  title: string,
  batches: number,
  batchSize: number,
): Promise<ProgressDisplay> {
  if (style === 'line' || !isTerminal()) {
    return lineProgress(title, batches, batchSize, (line) => process.stdout.write(`${line}\n`));
  }
  return barProgress(title, batches, batchSize, process.stdout);
}

/** A bar that is drawn on `stream`, which is a terminal. */
export async function barProgress(
  title: string,
  batches: number,
  batchSize: number,
  stream: NodeJS.WriteStream,
): Promise<ProgressDisplay> {
  // Loaded when the first bar is drawn, so that programs without one start without it.
  const { default: cliProgress } = await import('cli-progress');
  const start = performance.now();
  let [trained, over] = [start, false];
  let shown: Readonly<Record<string, number>> = {};
  const format: Options['format'] = (_options, { value, maxWidth }) => {
    const now = performance.now();
    const elapsed = over ? trained - start : now - start;
    const samples = Math.min(value, batches) * batchSize;
    const left = value > 0 ? (elapsed / value) * (batches - value) : undefined;
    const time = over ? formatTime(now - start) : `ETA ${left === undefined ? '?' : formatTime(left)}`;
    const parts = [`${value}/${batches}`, time, formatRate(samples, elapsed), formatFigures(shown)];
    return fitLine(title, value / batches, parts, maxWidth - 1);
  };
  // Wrapping and cursor stay as they are: a program killed in the middle leaves the terminal in order.
  const bar = new cliProgress.SingleBar({ format, stream, linewrap: true, fps: 10 });
  bar.start(batches, 0);
  return {
    update(position, figures) {
      trained = performance.now();
      shown = figures;
      bar.update(position);
    },
    finish(figures) {
      shown = figures;
      over = true;
      bar.stop();
    },
    abandon() {
      bar.stop();
    },
  };
}

/** A line of at most `width` characters: the bar shrinks first, then parts go, and the figures but the first. */
export function fitLine(title: string, done: number, parts: readonly string[], width: number): string {
  const [count = '', time = '', rate = '', figures = ''] = parts;
  const [loss = ''] = figures.split(' - ');
  const choices = [[count, time, rate, figures], [count, time, figures], [time, figures], [figures], [loss], [count]];
  for (const choice of choices) {
    const text = choice.filter((part) => part !== '').join(' - ');
    const room = width - title.length - text.length - 2;
    if (room < shortestBar) continue;
    const length = Math.min(room, longestBar);
    const full = Math.round(Math.min(done, 1) * length);
    return `${title} ${'█'.repeat(full)}${'░'.repeat(length - full)} ${text}`;
  }
  return title.slice(0, Math.max(width, 0));
}
