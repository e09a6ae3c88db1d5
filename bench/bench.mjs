/**
 * `npm run bench`: measures inkgrad and its peers in turns, and writes results.json, RESULTS.md and chart.svg.
 * Takes about a quarter of an hour, with all peers, and 10 GB of memory; peers/README.md tells of them.
 *
 *   --quick         fewer rows and rounds: some four minutes, for trying the bench out; writes under quick/
 *   --only THEMES   comma-separated names; the other themes' figures stay as they were in results.json, with their date
 *                   (training, binary, cold, predicting, browser, platforms, native, threads, networks, sizes, memory)
 *   --with NAMES    comma-separated contestants to measure, the others are left out (see contestants.mjs)
 *   --report        measures nothing, makes RESULTS.md and chart.svg anew from results.json
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Fault, main } from '../scripts/setup/fault.mjs';
import { root } from '../scripts/setup/paths.mjs';
import { step } from '../scripts/setup/progress.mjs';
import { setUp } from '../scripts/setup/set-up.mjs';
import { themes as allThemes } from './themes.mjs';

// What follows imports the package, which setting up builds.
await main(setUp);
await main(async () => {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean' },
      only: { type: 'string' },
      with: { type: 'string' },
      report: { type: 'boolean' },
    },
  });
  const folder = join(root, 'bench', values.quick ? 'quick' : '');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'results.json');
  const old = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  if (values.report && !old) throw new Fault(`there is no ${file}`);
  const results = values.report
    ? old
    : await measureAll(chosen(values.only), values.with?.split(','), values.quick ?? false, old);
  writeFileSync(file, `${JSON.stringify(results, null, 1)}\n`);

  const { drawChart } = await import('./report/chart.mjs');
  const { markdown } = await import('./report/markdown.mjs');
  if (results.themes.training) writeFileSync(join(folder, 'chart.svg'), drawChart(results));
  writeFileSync(join(folder, 'RESULTS.md'), markdown(results));
  console.log(`\n${join(folder, 'RESULTS.md')}`);
});

function chosen(only) {
  const names = only?.split(',');
  for (const name of names ?? []) {
    if (!allThemes.some((theme) => theme.name === name)) {
      throw new Fault(`--only: no theme ${name}; there are ${allThemes.map((theme) => theme.name).join(', ')}`);
    }
  }
  return names ? allThemes.filter((theme) => names.includes(theme.name)) : allThemes;
}

async function measureAll(themes, names, quick, old) {
  const { buildNative, installNodePeers, installPlatforms } = await import('./harness/prepare.mjs');
  const asked = (...names) => themes.some(({ name }) => names.includes(name));
  await installNodePeers();
  const withNative = names?.some((name) => name.startsWith('native')) ?? true;
  if (withNative && asked('native', 'platforms')) await buildNative();
  if (asked('platforms')) await installPlatforms();
  const { findContestants } = await import('./contestants.mjs');
  const { describeMachine } = await import('./harness/machine.mjs');
  const { writeData } = await import('./harness/data.mjs');
  const { Stage } = await import('./harness/interleave.mjs');

  const { found, missing, python } = findContestants(names);
  for (const { label, lack } of missing) console.log(`Left out: ${label} (${lack})`);
  const machine = describeMachine(python);
  const data = await writeData();
  const stage = new Stage();
  const measured = {};
  try {
    for (const theme of themes) {
      measured[theme.name] = await step(theme.title, (say) =>
        theme.run(contextOf({ contestants: found, data, quick, stage, say })),
      );
    }
  } finally {
    await stage.end();
  }
  const run = { date: new Date().toISOString(), machine, missing };
  if (!old || themes.length === allThemes.length) return { ...run, quick, themes: measured };
  const apart = Object.fromEntries(themes.map(({ name }) => [name, run]));
  return { ...old, themes: { ...old.themes, ...measured }, apart: { ...old.apart, ...apart } };
}

/** What themes work with. */
function contextOf({ contestants, data, quick, stage, say }) {
  /** An entry for each of the contestants that are here and each number of threads that it can have. */
  const players = (names, threads, rounds) =>
    names
      .flatMap((name) => contestants[name] ?? [])
      .flatMap((contestant) =>
        (contestant.single ? [1] : threads).map((count) => ({
          ...{ contestant, threads: count, rounds: contestant.slow ? Math.min(3, rounds) : rounds },
        })),
      );
  return {
    ...{ data, quick, say, players },
    /** Lets the contestants do a work in turns. What else is given stays with the group, for the report. */
    async measure({ title, work, names, threads = [1, 2], processors, rounds, ...about }) {
      const all = quick ? 2 : rounds;
      const entries = players(names, threads, all).map((player) => ({ ...player, processors, work }));
      const played = await stage.interleave(entries, all, (text) => say(`${title}: ${text}`));
      return { title, ...about, players: played };
    },
  };
}
