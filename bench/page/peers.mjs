/** Whom inkgrad is measured against in a page, each in a worker of its own. */
import { Peer } from './peer.mjs';

const tensorflow = () =>
  new Worker(new URL('../peers/node/tensorflow-worker.mjs', import.meta.url), { type: 'module' });
const jaxJs = () => new Worker(new URL('../peers/node/jax-js-worker.mjs', import.meta.url), { type: 'module' });

export const peers = [
  { name: 'tfjs', label: 'TensorFlow.js, WASM', start: () => new Peer(tensorflow(), 'wasm') },
  { name: 'tfjsWebgl', label: 'TensorFlow.js, WebGL', start: () => new Peer(tensorflow(), 'webgl') },
  { name: 'jaxJs', label: 'jax-js, WASM', start: () => new Peer(jaxJs(), 'wasm') },
];
