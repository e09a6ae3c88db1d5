/** Builds the bench page: static files that lie in any folder of any host. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { loadBinaryDigits } from 'inkgrad';
import { loadSampleDigits } from 'inkgrad/data';
import { defineConfig } from 'vite';
import { peerAliases, peersInstalled, worker } from './with-peers.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const demo = join(folder, '../../examples/browser');
const { version } = JSON.parse(readFileSync(join(folder, '../../package.json'), 'utf8'));
const { dependencies } = JSON.parse(readFileSync(join(folder, '../peers/node/package.json'), 'utf8'));

/** The rows that are trained on, bytes and classes as ../harness/data.mjs has them, compressed, at data/. */
function data() {
  return {
    name: 'data',
    apply: 'build',
    buildStart() {
      if (!peersInstalled) this.warn('inkgrad alone: TensorFlow.js and jax-js are not installed (npm run bench:page)');
    },
    async generateBundle() {
      const sets = { sample: (await loadSampleDigits()).train, binary: (await loadBinaryDigits()).train };
      for (const [name, { x, y }] of Object.entries(sets)) {
        this.emitFile({ type: 'asset', fileName: `data/${name}.x.u8.gz`, source: gzipSync(x.bytes) });
        this.emitFile({ type: 'asset', fileName: `data/${name}.y.u8.gz`, source: gzipSync(y) });
      }
    },
  };
}

export default defineConfig({
  root: folder,
  base: './',
  publicDir: join(demo, 'public'), // the service worker that isolates pages
  plugins: [data()],
  resolve: { alias: peerAliases },
  define: {
    IN_SITE: false,
    VERSIONS: JSON.stringify({
      inkgrad: version,
      tfjs: dependencies['@tensorflow/tfjs'],
      jaxJs: dependencies['@jax-js/jax'],
    }),
  },
  worker,
  build: { target: 'es2022', license: { fileName: 'THIRD-PARTY.md' }, chunkSizeWarningLimit: 2000 },
});
