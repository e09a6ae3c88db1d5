/** Counts what each member of a team executes in training, with as many threads as there may be cores. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/setup/paths.mjs';
import { counters, instrument } from './instrument.mjs';
import { watchMembers } from './members.mjs';

const workerUrl = new URL('members.mjs', import.meta.url);
const teams = [2, 4, 8, 16];
const operations = Object.keys(counters).indexOf('operations');
/** Rows are few, for the teams may be larger than the machine. */
const works = [
  { batchSize: 32, rows: 1600, most: { 2: 0.56, 4: 0.3, 8: 0.17 } },
  { batchSize: 128, rows: 3840, most: { 8: 0.15, 16: 0.09 } },
];

/** @returns a table: of each work, the busiest member's share of what one thread executes, and the most it may be */
export async function countTeams(dist = join(root, 'dist')) {
  const counted = watchMembers(dist);
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-check-'));
  const { createEngine, layers, loadMnist, sequential } = await import(join(dist, 'node.js'));
  const { x, y } = (await loadMnist()).train;
  try {
    for (const build of ['single', 'threads']) {
      const bytes = readFileSync(join(dist, `inkgrad-${build}.wasm`));
      writeFileSync(join(folder, `inkgrad-${build}.wasm`), instrument(bytes, { tells: true }));
    }
    const table = [];
    for (const { batchSize, rows, most } of works) {
      const work = `MNIST, batch ${batchSize}`;
      let alone;
      for (const threads of [1, ...teams]) {
        const before = counted().length;
        const engine = await createEngine({ threads, wasmUrl: folder, workerUrl });
        const model = sequential(
          [
            layers.dense(128, { activation: 'relu', inputShape: [784] }),
            layers.dense(64, { activation: 'relu' }),
            layers.dense(10, { activation: 'softmax' }),
          ],
          { seed: 42, engine },
        );
        model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
        const moments = [];
        const onEpochEnd = () => void moments.push(counted().slice(before));
        const data = [x.slice(0, rows), y.subarray(0, rows)];
        await model.fit(...data, { epochs: 3, batchSize, shuffle: false, verbose: 0, callbacks: { onEpochEnd } });
        await engine.terminate();
        // The first epoch begins with what is done once.
        const [first, , last] = moments;
        const members = last.map((counts, member) => (counts[operations] - first[member][operations]) / 2 / rows);
        const busiest = Math.max(...members);
        alone ??= busiest;
        const share = Number((busiest / alone).toFixed(3));
        table.push({ work, threads, 'operations a sample': Math.round(busiest), share, most: most[threads] });
      }
    }
    return table;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
