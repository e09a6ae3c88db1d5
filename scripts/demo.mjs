// `npm run demo`: sets up what is missing and serves the demo; `npm run demo:build`: builds it, for any static host.
import './setup/node-version.mjs';

const { join } = await import('node:path');
const { main } = await import('./setup/fault.mjs');
const { root } = await import('./setup/paths.mjs');
const { setUp } = await import('./setup/set-up.mjs');

await main(setUp);
try {
  const { installNodePeers } = await import('../bench/harness/prepare.mjs');
  await installNodePeers();
} catch (error) {
  console.warn(`The demo has no race, since TensorFlow.js could not be installed: ${error.message}`);
}
const { build, createServer } = await import('vite');
const configFile = join(root, 'examples/browser/vite.config.ts');

if (process.argv[2] === 'build') {
  await build({ configFile });
} else {
  const server = await createServer({ configFile });
  await server.listen();
  server.printUrls();
}
