/** Progress of a training in a terminal, or as lines where there is none. */

import type { Options } from 'cli-progress';
import type { ProgressDisplay } from '../platform.ts';
import { formatFigures, formatRate, formatTime, lineProgress } from '../progress.ts';

const longestBar = 30;
const shortestBar = 5;
const separator = ' - ';

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

/** A bar that is drawn on `stream`, which is a terminal; figures that do not fit beside it are in lines below. */
export async function barProgress(
  title: string,
  batches: number,
  batchSize: number,
  stream: NodeJS.WriteStream,
): Promise<ProgressDisplay> {
  // Loaded when the first bar is drawn, so that programs without one start without it.
  const { default: cliProgress } = await import('cli-progress');
  const start = performance.now();
  let [trained, over, before, value] = [start, false, 0, 0];
  let shown: Readonly<Record<string, number>> = {};
  const layout = (width: number) => {
    const now = performance.now();
    const elapsed = over ? trained - start : now - start;
    const done = value - before;
    const samples = Math.min(done, batches) * batchSize;
    const left = done > 0 ? (elapsed / done) * (batches - value) : undefined;
    const time = over ? formatTime(now - start) : `ETA ${left === undefined ? '?' : formatTime(left)}`;
    const facts = [`${value}/${batches}`, time, formatRate(samples, elapsed)];
    return fitLines(title, value / batches, facts, formatFigures(shown), width);
  };
  // Wrapping and cursor stay as they are: a program killed in the middle leaves the terminal in order.
  const bars = new cliProgress.MultiBar({ stream, linewrap: true, fps: 10 });
  let drawn = 0;
  const draw = () => {
    const { length } = layout((stream.columns || 80) - 1);
    for (; drawn < length; drawn++) {
      const line = drawn;
      const format: Options['format'] = (_options, { maxWidth }) => layout(maxWidth - 1)[line] ?? '';
      bars.create(batches, 0, undefined, { format });
    }
  };
  const stop = () => {
    if (bars.isActive) bars.stop();
  };
  draw();
  bars.update();
  return {
    goOn(position) {
      [before, value] = [position, position];
      draw();
    },
    update(position, figures) {
      [trained, value, shown] = [performance.now(), position, figures];
      draw();
    },
    finish(figures) {
      [over, shown] = [true, figures];
      draw();
      stop();
    },
    abandon: stop,
  };
}

/**
 * Lines of at most `width` characters: the bar shrinks first, then the last of the facts go, then the figures have
 * lines of their own. No figure is left out.
 */
export function fitLines(
  title: string,
  done: number,
  facts: readonly string[],
  figures: string,
  width: number,
): readonly string[] {
  const [count = '', time = '', rate = ''] = facts;
  const beside = [[count, time, rate, figures], [count, time, figures], [time, figures], [figures]];
  const above = [[count, time, rate], [count, time], [count], []];
  const one = firstFit(title, done, beside, width);
  if (one !== undefined) return [one];
  const bar = firstFit(title, done, above, width) ?? title.slice(0, Math.max(width, 0));
  return [bar, ...wrapped(figures.split(separator), width)];
}

/** The bar and the first choice of facts that leave room for it. */
function firstFit(title: string, done: number, choices: readonly string[][], width: number): string | undefined {
  for (const choice of choices) {
    const text = choice.filter((part) => part !== '').join(separator);
    const room = width - title.length - text.length - 2;
    if (room < shortestBar) continue;
    const length = Math.min(room, longestBar);
    const full = Math.round(Math.min(done, 1) * length);
    return `${title} ${'█'.repeat(full)}${'░'.repeat(length - full)} ${text}`.trimEnd();
  }
  return undefined;
}

/** As many figures in a line as fit. */
function wrapped(figures: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const figure of figures.filter((figure) => figure !== '')) {
    const longer = `${lines.at(-1)}${separator}${figure}`;
    if (lines.length > 0 && longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(figure.slice(0, Math.max(width, 0)));
  }
  return lines;
}
