// `npm start`: sets up what is missing and runs both digit tasks.
import './setup/node-version.mjs';

const { main } = await import('./setup/fault.mjs');
const { setUp } = await import('./setup/set-up.mjs');

await main(setUp);
await import('../dist/start.js');
