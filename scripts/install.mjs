// `node scripts/install.mjs FOLDER...`: installs what only some tests need, each in a folder of its own.
import './setup/node-version.mjs';

const { main } = await import('./setup/fault.mjs');
const { installNodeModules } = await import('./setup/node-modules.mjs');

await main(async () => {
  for (const folder of process.argv.slice(2)) await installNodeModules(folder);
});
