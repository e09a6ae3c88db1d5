import './setup/node-version.mjs';

const { main } = await import('./setup/fault.mjs');
const { setUp } = await import('./setup/set-up.mjs');

await main(setUp);
