/**
 * `npm run bench`: measures inkgrad and its peers in turns, and writes results.json, RESULTS.md and chart.svg.
 * Takes about a quarter of an hour, with all peers, and 10 GB of memory; peers/README.md tells of them.
 *
 *   --quick         fewer rows and rounds: some four minutes, for trying the bench out; writes under quick/
 *   --only THEMES   comma-separated names; the other themes' figures stay as they were in results.json
 *                   (training, binary, cold, predicting, browser, native, threads, networks, sizes, memory)
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
import { themes } from './themes.mjs';

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
    if (!themes.some((theme) => theme.name === name)) {
      throw new Fault(`--only: no theme ${name}; there are ${themes.map((theme) => theme.name).join(', ')}`);
    }
  }
  return names ? themes.filter((theme) => names.includes(theme.name)) : themes;
}

async function measureAll(themes, names, quick, old) {
  const { buildNative, installNodePeers } = await import('./harness/prepare.mjs');
  await installNodePeers();
  if (themes.some((theme) => theme.name === 'native')) await buildNative();
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
  const date = new Date().toISOString();
  return { date, quick, machine, missing, themes: { ...old?.themes, ...measured } };
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
