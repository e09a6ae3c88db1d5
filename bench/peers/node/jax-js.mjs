/** jax-js in Node, on its WASM backend. */
import { defaultDevice, init } from '@jax-js/jax';
import { readFloats, serve } from '../../protocol.mjs';
import { taskOf } from './jax-js-task.mjs';

await init('wasm');
defaultDevice('wasm');

await serve((work) => taskOf(work, readFloats(work)));
