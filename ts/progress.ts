/** Progress in words, for wherever text can be shown. */

import type { ProgressDisplay } from './platform.ts';

/** `loss: 0.0312 - accuracy: 0.9907` */
export function formatFigures(figures: Readonly<Record<string, number>>): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name}: ${formatFigure(value)}`)
    .join(' - ');
}

/** Four decimals, as Keras shows; small losses in powers of ten. */
function formatFigure(value: number): string {
  return value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential(4) : value.toFixed(4);
}

/** Whole samples a second, `51,234 samples/s`. */
export function formatRate(samples: number, milliseconds: number): string {
  const rate = milliseconds > 0 ? (samples * 1000) / milliseconds : 0;
  return `${Math.round(rate).toLocaleString('en-US')} samples/s`;
}

/** A span of time, `0.4s`, `12s`, `3m05s`. */
export function formatTime(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)}s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole}s` : `${Math.floor(whole / 60)}m${String(whole % 60).padStart(2, '0')}s`;
}

/**
 * One line when an epoch is over.
 * @param batches how many there are; fewer than come if it is not known
 * @param batchSize 0 if it is not known
 */
export function lineProgress(
  title: string,
  batches: number,
  batchSize: number,
  print: (line: string) => void,
): ProgressDisplay {
  const start = performance.now();
  // The rate is that of training: the time until its last batch, without the validation after it.
  let trained = start;
  let [before, done] = [0, 0];
  return {
    goOn(position) {
      before = position;
    },
    update(position) {
      trained = performance.now();
      done = position;
    },
    finish(figures) {
      const time = formatTime(performance.now() - start);
      const rate = batchSize > 0 ? [formatRate((done - before) * batchSize, trained - start)] : [];
      const parts = [`${done}/${Math.max(batches, done)}`, time, ...rate, formatFigures(figures)];
      print(`${title} - ${parts.join(' - ')}`);
    },
    abandon() {},
  };
}
