import { spread } from '../harness/statistics.mjs';
import { digitEpoch } from './works.mjs';

export const browser = {
  name: 'browser',
  title: 'In a page',
  about: '784-128-64-10, one epoch of MNIST in milliseconds, in Node and in a cross-origin isolated page of Chromium.',
  async run(context) {
    const groups = [];
    for (const batch of [32, 128]) {
      const title = `Batch ${batch}`;
      const work = digitEpoch(context, { batch });
      const names = ['inkgrad', 'inkgradChromium'];
      const group = await context.measure({ title, work, names, processors: 2, rounds: 7 });
      if (group.players.some(({ name, error }) => name === 'inkgradChromium' && !error)) {
        context.say(`${title}: frames`);
        group.frames = await countFrames({ ...work, threads: 2 });
        group.note = `Frames while the page trains on 2 threads, milliseconds apart: ${describe(group.frames)}.`;
      }
      groups.push(group);
    }
    return groups;
  },
};

/** Milliseconds between the frames of a page that trains ten epochs. */
async function countFrames(work) {
  const { openPage } = await import('../inkgrad/browsers.mjs');
  const page = await openPage('Chromium');
  try {
    await page.prepare(work);
    await page.run();
    return spread(await page.runDrawing(10));
  } finally {
    await page.close();
  }
}

function describe({ median, min, max }) {
  return `median ${median.toFixed(1)}, ${min.toFixed(1)} to ${max.toFixed(1)}`;
}
