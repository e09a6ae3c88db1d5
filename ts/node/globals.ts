/**
 * What Node has as globals, from its modules: put in the place of the globals by tsup.config.ts, since Jest's jsdom and
 * its fake timers take them away or put others there.
 */

export { Buffer } from 'node:buffer';
export { webcrypto as crypto } from 'node:crypto';
export { performance } from 'node:perf_hooks';
export { clearTimeout, setImmediate, setTimeout } from 'node:timers';
export { TextDecoder, TextEncoder } from 'node:util';
