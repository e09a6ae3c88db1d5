// `npm test`: sets up what is missing and runs every check.
import './setup/node-version.mjs';

const { main } = await import('./setup/fault.mjs');
const { setUp } = await import('./setup/set-up.mjs');
const { check } = await import('./checks.mjs');

await main(setUp);
await main(check);
