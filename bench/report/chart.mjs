/** chart.svg: milliseconds an epoch, contestant by contestant. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { threadCount } from '../harness/interleave.mjs';
import { installPackages } from '../harness/prepare.mjs';
import { spread } from '../harness/statistics.mjs';

/** @returns the SVG of the theme `training`, of which there must be figures */
export async function drawChart({ themes: { training } }) {
  await installPackages(join(dirname(fileURLToPath(import.meta.url)), 'chart'), 'vega-lite');
  const { draw } = await import('./chart/draw.mjs');
  return draw(specification(points(training)));
}

function points(groups) {
  return groups.flatMap(({ title, players }) =>
    players
      .filter(({ turns }) => turns.some(Boolean))
      .map(({ label, threads, turns }) => ({
        ...{ group: title, label, threads: threadCount(threads) },
        ...spread(turns.filter(Boolean)),
      })),
  );
}

function specification(values) {
  const groups = [...new Set(values.map(({ group }) => group))];
  const ends = spread(values.flatMap(({ min, max }) => [min, max]));
  const domain = [ends.min / 1.2, ends.max * 1.2];
  const y = { field: 'label', type: 'nominal', sort: { field: 'median', op: 'min' }, title: null };
  const offset = { field: 'threads' };
  const color = { field: 'threads', title: null, scale: { range: ['#9ecae1', '#08519c'] }, legend: { orient: 'top' } };
  const x = (field) => ({ field, type: 'quantitative', title: null });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
    title: { text: 'Milliseconds for one epoch of MNIST', subtitle: 'median, fastest and slowest turn; logarithmic' },
    background: 'white',
    vconcat: groups.map((group) => ({
      title: { text: group, anchor: 'start', fontSize: 11 },
      data: { values: values.filter((value) => value.group === group) },
      width: 520,
      height: { step: 13 },
      encoding: { y, yOffset: offset, color },
      layer: [
        {
          mark: { type: 'rule', strokeWidth: 2 },
          encoding: {
            x: { ...x('min'), scale: { type: 'log', domain, nice: false } },
            x2: { field: 'max' },
          },
        },
        { mark: { type: 'point', filled: true, size: 60, opacity: 1 }, encoding: { x: x('median') } },
      ],
    })),
  };
}
