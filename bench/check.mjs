/**
 * `npm run bench:check`: counts what the WASM build executes for small fixed works, and fails if that is more than
 * check/baseline.json says. It does not look at the clock, so it is as good on a busy machine as on any.
 *
 *   --update   writes the counts down as the new baseline, after a change that means them
 */
import { parseArgs } from 'node:util';
import { main } from '../scripts/setup/fault.mjs';
import { setUp } from '../scripts/setup/set-up.mjs';

const { values } = parseArgs({ options: { update: { type: 'boolean' } } });
await main(setUp);
const { checkWork } = await import('./check/count.mjs');
await main(() => checkWork(values.update ?? false));
