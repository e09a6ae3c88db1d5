/** Whom inkgrad is measured against in a page, each in a worker of its own. */
import { Peer } from './peer.mjs';
import { tensorflow } from './tensorflow.mjs';

const jaxJs = () => new Worker(new URL('../peers/node/jax-js-worker.mjs', import.meta.url), { type: 'module' });

export const peers = [
  { name: 'tfjs', label: 'TensorFlow.js, WASM', start: () => tensorflow('wasm') },
  { name: 'tfjsWebgl', label: 'TensorFlow.js, WebGL', start: () => tensorflow('webgl') },
  { name: 'jaxJs', label: 'jax-js, WASM', start: () => new Peer(jaxJs(), 'wasm') },
];
