/** TensorFlow.js in a worker. */
import * as tf from '@tensorflow/tfjs';
import { getThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threads from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { taskOf } from './tensorflow-task.mjs';
import { serve } from './worker.mjs';

setWasmPaths({
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  'tfjs-backend-wasm-threaded-simd.wasm': threads,
});

/** Programs that play a graphics processor: slower than no WebGL. */
const software = /SwiftShader|llvmpipe|softpipe|Basic Render/i;

async function init(device) {
  if (!(await tf.setBackend(device))) throw new Error(`there is no ${device} here`);
  if (device === 'wasm') return { threads: getThreadsCount() };
  const renderer = rendererOf(tf.backend().gpgpu.gl);
  if (software.test(renderer)) throw new Error(`no graphics processor (${renderer})`);
  return { note: renderer };
}

/** The graphics processor, or the program that plays one. */
function rendererOf(gl) {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
}

serve(init, taskOf);
