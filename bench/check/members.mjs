/**
 * Shows what each thread of an engine has counted: a WASM module that was made by `instrument(bytes, { tells: true })`
 * tells its counters here whenever its thread comes to an atomic operation, as it does at the end of each stage. This
 * file is the program's, and the script of the engine's workers as well.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';
import { counters } from './instrument.mjs';

/** More than any team has. */
const MOST_MEMBERS = 64;
const width = Object.keys(counters).length;
const place = 'inkgrad counts';

/**
 * To be called before an engine starts, whose `workerUrl` is this file.
 * @param {string} dist the package's folder
 * @returns a function that gives what each member has counted so far: the caller first, as numbers in the counters' order
 */
export function watchMembers(dist) {
  const counts = new BigInt64Array(new SharedArrayBuffer(8 * (1 + MOST_MEMBERS * width)));
  setEnvironmentData(place, { counts, script: pathToFileURL(join(dist, 'pool-worker-node.js')).href });
  const instances = tellInstances(counts);
  return () => {
    for (const { exports, tell } of instances) tell(...Object.keys(counters).map((name) => exports[name].value));
    return Array.from({ length: Number(counts[0]) }, (_, member) =>
      Array.from(counts.subarray(1 + member * width, 1 + (member + 1) * width), Number),
    );
  };
}

/** Every instance from now on has a place of its own to tell its counters. */
function tellInstances(counts) {
  const instances = [];
  const { Instance } = WebAssembly;
  WebAssembly.Instance = class extends Instance {
    constructor(module, imports) {
      const member = Number(Atomics.add(counts, 0, 1n));
      const tell = (...values) => counts.set(values, 1 + member * width);
      super(module, { ...imports, counters: { tell } });
      instances.push({ exports: this.exports, tell });
    }
  };
  return instances;
}

if (!isMainThread) {
  const { counts, script } = getEnvironmentData(place);
  tellInstances(counts);
  await import(script);
}
