// `node scripts/install.mjs FOLDER...`: installs what only some tests need, each in a folder of its own.
import './setup/node-version.mjs';

const { main } = await import('./setup/fault.mjs');
const { withLock } = await import('./setup/lock.mjs');
const { installNodeModules } = await import('./setup/node-modules.mjs');

await main(() =>
  withLock(async () => {
    for (const folder of process.argv.slice(2)) await installNodeModules(folder);
  }),
);
