/** TensorFlow.js in a worker of its own. */
import { Peer } from './peer.mjs';

/** @param {'wasm' | 'webgl'} backend what it is to compute on */
export function tensorflow(backend) {
  const worker = new Worker(new URL('../peers/node/tensorflow-worker.mjs', import.meta.url), { type: 'module' });
  return new Peer(worker, backend);
}
