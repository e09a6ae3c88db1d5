/**
 * Trainings that are killed while a checkpoint is written: afterwards every checkpoint in the folder is whole, and the
 * training goes on from the newest.
 *
 * `node test/resume/kills.mjs [COUNT]`, 50 if none is given.
 */

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadModel } from 'inkgrad';
import { numbers } from './everything.mjs';

const program = fileURLToPath(new URL('train.mjs', import.meta.url));

function train(folder, saveFreq) {
  const child = spawn(process.execPath, [program, folder, '1', saveFreq], { stdio: ['ignore', 'pipe', 'inherit'] });
  let stdout = '';
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  return { child, ended: new Promise((resolve) => child.on('close', () => resolve(stdout))) };
}

/** Kills a training at an event of the folder to which it writes: a temporary file is made, grows or is renamed. */
async function kill(folder, event) {
  const backup = join(folder, 'backup');
  mkdirSync(backup);
  const { child, ended } = train(folder, '1');
  let left = event;
  const watcher = watch(backup, () => {
    if (--left === 0) child.kill('SIGKILL');
  });
  await ended;
  watcher.close();
  return readdirSync(backup);
}

/**
 * @param {number} count how many kills
 * @param {(line: string) => void} tell hears of each
 * @returns kills, how many of them left a half-written file, and what was wrong
 */
export async function kills(count, tell = () => {}, seed = 1) {
  const random = numbers(seed);
  const folders = mkdtempSync(join(tmpdir(), 'inkgrad-kills-'));
  const faults = [];
  let halves = 0;
  try {
    const whole = mkdtempSync(join(folders, 'whole-'));
    const expected = /done \w+/.exec(await train(whole, 'epoch').ended)?.[0];
    for (let round = 0; round < count; round++) {
      const folder = mkdtempSync(join(folders, 'killed-'));
      const names = await kill(folder, 20 + Math.floor(random() * 200));
      const states = names.filter((name) => name.startsWith('checkpoint-'));
      const half = names.some((name) => name.startsWith('.inkgrad-'));
      if (half) halves++;
      try {
        if (states.length === 0) throw new Error(`no checkpoint among ${names}`);
        for (const name of states) await (await loadModel(join(folder, 'backup', name))).dispose();
        const outcome = /done \w+/.exec(await train(folder, 'epoch').ended)?.[0];
        if (outcome !== expected) throw new Error(`${outcome} and not ${expected}`);
        tell(`whole ${states.join(', ')}${half ? ', beside a half-written one' : ''}`);
      } catch (error) {
        faults.push(error.message);
        tell(`FAULT ${error.message}`);
      }
      rmSync(folder, { recursive: true });
    }
  } finally {
    rmSync(folders, { recursive: true, force: true });
  }
  return { kills: count, halves, faults };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { kills: made, halves, faults } = await kills(Number(process.argv[2] ?? 50), console.log);
  console.log(`${made} kills, ${halves} left a half-written file: ${faults.length} faults`);
  process.exit(faults.length > 0 ? 1 : 0);
}
