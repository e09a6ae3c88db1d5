/** TensorFlow.js in Node, on its WASM backend (SIMD; its threads need a browser). */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { readFloats, serve } from '../../protocol.mjs';
import { taskOf } from './tensorflow-task.mjs';

setWasmPaths(`${dirname(fileURLToPath(import.meta.resolve('@tensorflow/tfjs-backend-wasm')))}/`);
await tf.setBackend('wasm');

await serve((work) => taskOf(work, readFloats(work)));
