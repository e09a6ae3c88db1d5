/** What Vite needs to know to build a page with peers in it. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** A clone may lack them; a page says so then. npm writes this file when all else is there. */
export const peersInstalled = existsSync(path('../peers/node/node_modules/.package-lock.json'));

/** What pages import them by. */
export const peerAliases = {
  '#peers': path(peersInstalled ? 'peers.mjs' : 'no-peers.mjs'),
  '#tensorflow': path(peersInstalled ? 'tensorflow.mjs' : 'no-peers.mjs'),
};

export const worker = {
  format: 'es',
  // TensorFlow.js hands its threads the text of a function, which must stay as it was written.
  rolldownOptions: { output: { minify: { mangle: false, compress: false, codegen: true } } },
};
