/** Counts what the WASM build executes for the works, and compares that with the baseline. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, loadBinaryDigits, loadMnist } from 'inkgrad';
import { Fault } from '../../scripts/setup/fault.mjs';
import { root } from '../../scripts/setup/paths.mjs';
import { counters, instrument } from './instrument.mjs';
import { countTeams } from './team.mjs';
import { works } from './works.mjs';

/** By so much a count may rise: what changes beside the kernels should not fail the check. */
const tolerance = 0.03;
const baselineFile = join(root, 'bench/check/baseline.json');

/**
 * @param {boolean} update writes the counts down as the new baseline
 * @throws Fault if a count has risen
 */
export async function checkWork(update) {
  const bytes = readFileSync(join(root, 'dist/inkgrad-single.wasm'));
  const compiler = compilerOf(bytes);
  const counts = await count(instrument(bytes));
  if (update) {
    writeFileSync(baselineFile, `${JSON.stringify({ compiler, counts }, null, 2)}\n`);
    return console.log(`Written: ${baselineFile}`);
  }
  const baseline = JSON.parse(readFileSync(baselineFile, 'utf8'));
  const risen = [...compare(counts, baseline.counts), ...compareTeams(await countTeams())];
  if (!risen.length) return;
  const advice = 'If the change means it and the bench shows that it pays: npm run bench:check -- --update';
  const text = `More work than the baseline: ${risen.join('; ')}.`;
  if (compiler === baseline.compiler) throw new Fault(`${text}\n${advice}`);
  // Another compiler makes other code of the same source, which is nobody's fault.
  console.log(
    `\n${text}\nNot held against the code: it was built with ${compiler}, the baseline ${baseline.compiler}.`,
  );
}

/** @returns for each work, how often each counter counted for one sample */
async function count(wasm) {
  const instances = watchInstances();
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-check-'));
  try {
    writeFileSync(join(folder, 'inkgrad-single.wasm'), wasm);
    const engine = await createEngine({ threads: 1, wasmUrl: folder });
    const { exports } = instances[0];
    const read = () => Object.keys(counters).map((name) => exports[name].value);
    const data = { digits: (await loadMnist()).train, binary: (await loadBinaryDigits()).train };
    const counts = {};
    for (const { name, samples, prepare } of works) {
      const run = await prepare(engine, data);
      const before = read();
      await run();
      const executed = read().map((after, i) => Math.round(Number(after - before[i]) / samples));
      counts[name] = Object.fromEntries(Object.keys(counters).map((counter, i) => [counter, executed[i]]));
    }
    await engine.terminate();
    return counts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The package shows nobody its WASM instance, so we look over its shoulder. */
function watchInstances() {
  const instances = [];
  WebAssembly.Instance = class extends WebAssembly.Instance {
    constructor(module, imports) {
      super(module, imports);
      instances.push(this);
    }
  };
  return instances;
}

/** Prints all counts, and returns those that have risen too far. */
function compare(counts, expected) {
  const rows = Object.entries(counts).flatMap(([work, byCounter]) =>
    Object.entries(byCounter).map(([counter, now]) => {
      const before = expected[work]?.[counter];
      return { work, counter, 'a sample': now, baseline: before, change: before && now / before - 1 };
    }),
  );
  const percent = (change) => `${change > 0 ? '+' : ''}${(100 * change).toFixed(1)} %`;
  console.table(rows.map((row) => ({ ...row, change: row.change === undefined ? 'new' : percent(row.change) })));
  return rows
    .filter(({ change }) => change > tolerance)
    .map(({ work, counter, change }) => `${work}, ${counter} ${percent(change)}`);
}

/** Prints what the busiest member of each team does, and returns what is more than it may be. */
function compareTeams(shares) {
  console.table(shares);
  return shares
    .filter(({ share, most }) => share > most)
    .map(({ work, threads, share, most }) => `${work}, ${threads} threads: ${share} of one's work, at most ${most}`);
}

/** The Rust version that the WASM's section "producers" names. */
function compilerOf(bytes) {
  const [section] = WebAssembly.Module.customSections(new WebAssembly.Module(bytes), 'producers');
  const text = section ? new TextDecoder('latin1').decode(section) : '';
  return `rustc ${/rustc.(\d+\.\d+\.\d+)/s.exec(text)?.[1] ?? 'of an unknown version'}`;
}
