/** The data sets of the bench as files of bytes, for runners in any language. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBinaryDigits, loadMnist } from 'inkgrad';

/**
 * Writes them to a new folder, which goes with this process: `digits` and `test` (MNIST's 60,000 and 10,000), `binary` (the 1,000 zeros and ones of
 * 20 x 20), `noise` (10,000 rows of 784 bytes, none of them zero).
 */
export async function writeData() {
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true }));
  const { train, test } = await loadMnist();
  const { train: binary } = await loadBinaryDigits();
  const sets = { digits: train, test, binary, noise: noise(10_000, 784) };
  for (const [name, { x, y }] of Object.entries(sets)) {
    writeFileSync(join(folder, `${name}.x.u8`), x.bytes);
    writeFileSync(join(folder, `${name}.y.u8`), y);
  }
  return { path: (name) => join(folder, name) };
}

/** Bytes from 1 to 255 and classes from 0 to 9, the same each time (a linear congruential generator's upper bits). */
function noise(rows, columns) {
  let state = 1;
  const below = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const bytes = Uint8Array.from({ length: rows * columns }, () => 1 + below(255));
  return { x: { bytes }, y: Uint8Array.from({ length: rows }, () => below(10)) };
}
