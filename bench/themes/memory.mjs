import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../../scripts/setup/paths.mjs';

const dist = join(root, 'dist');
const isEngine = (name) => /^inkgrad-\w+\.wasm$/.test(name);
const mebibytes = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

export const memory = {
  name: 'memory',
  title: 'Memory and size',
  about:
    'The multiclass task as a whole process: MNIST loaded, 20 epochs at batch 32 with test scores, then predictions.',
  async run({ quick, say }) {
    const runs = [];
    for (const threads of [1, 2]) {
      say(`the multiclass task, threads: ${threads}`);
      const args = [join(root, 'bench/inkgrad/memory.mjs'), quick ? 2 : 20, threads].map(String);
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      runs.push({ threads, ...JSON.parse(stdout) });
    }
    const files = readdirSync(dist)
      .filter(isEngine)
      .map((name) => {
        const bytes = readFileSync(join(dist, name));
        return { name, bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
      });
    return [{ runs, files }];
  },
  tables([{ runs, files }]) {
    return [
      {
        head: [
          'threads',
          'largest resident size',
          'WASM memory after the first epoch',
          'after the last',
          'test accuracy',
        ],
        rows: runs.map(({ threads, resident, wasmAfterFirst, wasmAfterLast, accuracy }) => [
          ...[`${threads}`, mebibytes(resident), mebibytes(wasmAfterFirst), mebibytes(wasmAfterLast)],
          accuracy.toFixed(4),
        ]),
      },
      {
        head: ['file', 'size', 'gzip'],
        rows: files.map(({ name, bytes, gzip }) => [name, kilobytes(bytes), kilobytes(gzip)]),
      },
    ];
  },
};
