import { Fault } from '../../scripts/setup/fault.mjs';
import { binaryTraining, digitEpoch } from './works.mjs';

const inRuntimes = ['Node20', 'Node22', 'Node24', 'Node26', 'Bun1', 'Deno2'];
const inBrowsers = ['Chromium', 'Firefox', 'WebKitGTKwithsharedmemory'];
const ours = ['', ...inRuntimes, ...inBrowsers].map((name) => `inkgrad${name}`);
const peers = ['jax', 'jaxJs', 'tfjs'];

export const platforms = {
  name: 'platforms',
  title: 'Platforms',
  about:
    'Both tasks at batch 32 where the tests try the package, milliseconds: an epoch of MNIST of 784-128-64-10, and 20 epochs ' +
    'of 400-25-15-1. The plain inkgrad is the Node that ran the bench. Before the clock starts, each trains from the seed, and ' +
    'all must come to the same weights.',
  async run(context) {
    const works = [
      ['Ten digits', digitEpoch(context, {}), [...ours, 'native', 'nativeAvx2', ...peers]],
      ['Zero or one', binaryTraining(context), [...ours, ...peers]], // the native program knows the digits only
    ];
    const groups = [];
    for (const [title, work, names] of works) {
      const group = await context.measure({ title, work: { ...work, hash: true }, names, processors: 2, rounds: 5 });
      groups.push({ ...group, note: sameHash(title, group.players) });
    }
    return groups;
  },
};

/** Weights are the same everywhere, or the figures are of different things. */
function sameHash(title, players) {
  const told = players.filter(({ hash }) => hash);
  const [first] = told;
  if (!first) throw new Fault(`${title}: no inkgrad could be run`);
  const other = told.find(({ hash }) => hash !== first.hash);
  if (other)
    throw new Fault(`${title}: ${other.label} came to the weights ${other.hash}, ${first.label} to ${first.hash}`);
  return `All of inkgrad's came to the same weights, SHA-256 ${first.hash.slice(0, 16)}...`;
}
