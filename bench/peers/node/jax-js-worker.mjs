/** jax-js in a worker. */
import { defaultDevice, init } from '@jax-js/jax';
import { taskOf } from './jax-js-task.mjs';
import { serve } from './worker.mjs';

serve(async (device) => {
  await init(device);
  defaultDevice(device);
  // What it starts by itself, and nobody can tell it otherwise.
  return { threads: typeof SharedArrayBuffer === 'undefined' ? 1 : navigator.hardwareConcurrency };
}, taskOf);
