/** `npm run bench:peers`: installs all that inkgrad is measured against. */
import { main } from '../scripts/setup/fault.mjs';
import { installNodePeers, installPythonPeers } from './harness/prepare.mjs';

await main(async () => {
  await installNodePeers();
  await installPythonPeers();
});
