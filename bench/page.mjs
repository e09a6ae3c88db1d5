/**
 * `npm run bench:page`: builds the page that measures inkgrad, TensorFlow.js and jax-js in a browser into bench/page/dist, for any
 * static host; `-- serve` serves it then.
 */
import { join } from 'node:path';
import { main } from '../scripts/setup/fault.mjs';
import { root } from '../scripts/setup/paths.mjs';
import { setUp } from '../scripts/setup/set-up.mjs';

await main(setUp);
await main(async () => {
  const { installNodePeers } = await import('./harness/prepare.mjs');
  await installNodePeers();
  const { build, preview } = await import('vite');
  const configFile = join(root, 'bench/page/vite.config.mjs');
  await build({ configFile });
  if (process.argv[2] !== 'serve') return;
  const server = await preview({ configFile });
  server.printUrls();
});
