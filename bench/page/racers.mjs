/** Who races in the demo, and what they do. */
import { tensorflow } from '#tensorflow';
import { work } from '../themes/works.mjs';
import { Inkgrad } from './inkgrad.mjs';

export { threadCount } from '../harness/turns.mjs';

export const digitRace = { ...work, kind: 'learn', turn: 0 };

export const racersOf = (threads) => [
  { name: 'inkgrad', start: () => new Inkgrad(threads) },
  ...(tensorflow ? [{ name: 'TensorFlow.js', start: () => tensorflow('wasm') }] : []),
];
