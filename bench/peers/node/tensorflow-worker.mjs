/** TensorFlow.js in a worker. */
import * as tf from '@tensorflow/tfjs';
import { getThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threads from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { taskOf } from './tensorflow-task.mjs';
import { serve } from './worker.mjs';

setWasmPaths({
  'tfjs-backend-wasm.wasm': '', // never asked for: see init
  'tfjs-backend-wasm-simd.wasm': simd,
  'tfjs-backend-wasm-threaded-simd.wasm': threads,
});

/** Programs that play a graphics processor: slower than no WebGL. */
const software = /SwiftShader|llvmpipe|softpipe|Basic Render/i;

async function init(device) {
  // Its build for engines without SIMD is left out of the pages, whose other half, inkgrad, does not run there either.
  if (device === 'wasm' && !(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) {
    throw new Error('this browser has no SIMD in WebAssembly');
  }
  if (!(await tf.setBackend(device))) throw new Error(`there is no ${device} here`);
  const about = { backend: tf.getBackend(), version: tf.version.tfjs };
  if (device === 'wasm') return { ...about, threads: getThreadsCount() };
  const renderer = rendererOf(tf.backend().gpgpu.gl);
  if (software.test(renderer)) throw new Error(`no graphics processor (${renderer})`);
  return { ...about, note: renderer };
}

/** The graphics processor, or the program that plays one. */
function rendererOf(gl) {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  return gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
}

serve(init, taskOf);
