// `npm run docs`: sets up what is missing and builds the documentation's site; `npm run docs -- serve` serves it while
// it is written.
import './setup/node-version.mjs';

const { main } = await import('./setup/fault.mjs');
const { setUp } = await import('./setup/set-up.mjs');

await main(setUp);
const { buildSite, serveSite } = await import('./docs/site.mjs');
await main(process.argv[2] === 'serve' ? serveSite : buildSite);
