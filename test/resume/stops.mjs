/**
 * Trainings of both tasks, and of a model that uses everything, that are stopped at random moments, half of them killed,
 * and go on with another number of threads: each must end with what one that was never stopped ends with.
 *
 * `node test/resume/stops.mjs [COUNT]`, 50 if none is given.
 */

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { numbers } from './everything.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'dist/cli.js');

/** Runs a program, and stops it by a signal some time after it has begun to train. */
function run(args, stop) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr, timer] = ['', '', undefined];
  const watch = setInterval(() => {
    if (!stop?.begins(stdout)) return;
    clearInterval(watch);
    timer = setTimeout(() => child.kill(stop.signal), stop.delay);
  }, 2);
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearInterval(watch);
      clearTimeout(timer);
      resolve({ code, stdout, stderr, signal: child.signalCode });
    });
  });
}

/** A training by the command line. */
function task(name, epochs, batch) {
  return {
    name,
    begins: (folder) => existsSync(join(folder, 'run/.checkpoint/run.json')),
    begin: (folder, threads, every) => [
      ...[cli, 'train', name, '--epochs', epochs, '--batch', batch, '--threads', threads],
      ...['--checkpoint-every', every, '--output', join(folder, 'run')],
    ],
    goOn: (folder, threads, every) => [
      ...[cli, 'train', '--resume', join(folder, 'run'), '--threads', threads, '--checkpoint-every', every],
    ],
    outcome: (folder) => {
      if (!existsSync(join(folder, 'run/history.json'))) return undefined;
      const { weightsSha256, completed, loss, val_accuracy } = JSON.parse(
        readFileSync(join(folder, 'run/history.json'), 'utf8'),
      );
      return completed ? JSON.stringify({ weightsSha256, loss, val_accuracy }) : undefined;
    },
    where: (stdout) => /Goes on in .*|Begins anew.*|All .* trained./.exec(stdout)?.[0],
  };
}

const program = fileURLToPath(new URL('train.mjs', import.meta.url));
const begin = (folder, threads, every) => [program, folder, threads, every === 'auto' ? 'epoch' : every];

const trainings = [
  task('binary', '60', '8'),
  task('multiclass', '3', '64'),
  {
    name: 'everything',
    begins: (_folder, stdout) => stdout.includes('training'),
    begin,
    goOn: begin,
    outcome: (_folder, stdout) => /done (\w+)/.exec(stdout)?.[1],
    where: (stdout) => /training .*/.exec(stdout)?.[0],
  },
];

/**
 * @param {number} count how many stops
 * @param {(line: string) => void} tell hears of each
 * @returns how many were made, how many of them by SIGKILL, and what differed
 */
export async function stops(count, tell = () => {}, seed = 1) {
  const random = numbers(seed);
  const pick = (items) => items[Math.floor(random() * items.length)];
  const folders = mkdtempSync(join(tmpdir(), 'inkgrad-stops-'));
  const differences = [];
  const made = { stops: 0, kills: 0, differences };
  try {
    const whole = new Map();
    for (const training of trainings) {
      const folder = mkdtempSync(join(folders, 'whole-'));
      const start = performance.now();
      const { stdout, stderr } = await run(training.begin(folder, '1', 'auto'));
      const expected = training.outcome(folder, stdout);
      if (expected === undefined) throw new Error(`${training.name}: ${stdout}${stderr}`);
      whole.set(training, { expected, duration: performance.now() - start });
    }
    for (let round = 0; made.stops < count; round++) {
      if (round > 3 * count) throw new Error('trainings end before they can be stopped');
      const training = trainings[round % trainings.length];
      const { expected, duration } = whole.get(training);
      const folder = mkdtempSync(join(folders, 'stopped-'));
      const kills = made.kills * 2 <= made.stops;
      const signal = kills ? 'SIGKILL' : pick(['SIGINT', 'SIGTERM', 'SIGHUP']);
      const every = pick(['1', '7', '40', 'epoch', 'auto']);
      const threads = ['1', '2', '3', '4'];
      const begins = (stdout) => training.begins(folder, stdout);
      const stop = { begins, signal, delay: random() * 0.6 * duration };
      const stopped = await run(training.begin(folder, pick(threads), every), stop);
      if (training.outcome(folder, stopped.stdout) !== undefined) continue; // too late
      if (stopped.stdout.includes('Stopped before training began')) continue; // too early
      const resumed = await run(training.goOn(folder, pick(threads), every));
      made.stops++;
      if (kills) made.kills++;
      const where = `${training.name}, ${signal}, kept every ${every}: ${training.where(resumed.stdout)}`;
      const is = resumed.code === 0 && training.outcome(folder, resumed.stdout) === expected;
      tell(`${is ? 'same' : 'OTHER'} ${where}`);
      if (!is) differences.push(`${where}\n${resumed.stdout}${resumed.stderr}`);
      rmSync(folder, { recursive: true });
    }
  } finally {
    rmSync(folders, { recursive: true, force: true });
  }
  return made;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { stops: made, kills, differences } = await stops(Number(process.argv[2] ?? 50), console.log);
  console.log(`${made} stops, ${kills} by SIGKILL: ${made - differences.length} equal outcomes`);
  if (differences.length > 0) console.log(differences.join('\n'));
  process.exitCode = differences.length > 0 ? 1 : 0;
}
