import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../scripts/setup/paths.mjs';
import { commandFor } from '../contestants.mjs';
import { Runner } from '../harness/runner.mjs';
import { threadCount } from '../harness/turns.mjs';
import { binaryTraining } from './works.mjs';

export const cold = {
  name: 'cold',
  title: 'Cold start: the binary task as a whole process',
  about:
    "From the process's start to its end, milliseconds: the program and its libraries loaded, the data read, the " +
    "network trained for 20 epochs. inkgrad reads all of MNIST's files, takes the zeros and ones out and scores the " +
    'test images too; the others read the ready 1,000 images.',
  async run(context) {
    const names = ['inkgrad', 'jax', 'torchFused', 'keras', 'sklearn', 'jaxJs', 'tfjs'];
    const rounds = context.quick ? 2 : 7;
    const players = context.players(names, [2], rounds);
    for (const player of players) player.turns = Array(rounds).fill(null);
    for (let round = 0; round < rounds; round++) {
      for (const player of players) {
        if (player.contestant.name !== 'inkgrad' && round >= rounds / 2) continue;
        context.say(`round ${round + 1} of ${rounds}: ${player.contestant.label}`);
        const start = performance.now();
        if (player.contestant.name === 'inkgrad') trainOurs(player);
        else await trainTheirs(player, binaryTraining(context));
        player.turns[round] = performance.now() - start;
      }
    }
    const title = `${threadCount(2)} where there are threads`;
    return [
      {
        title,
        players: players.map(({ contestant: { name, label }, threads, turns }) => ({ name, label, threads, turns })),
      },
    ];
  },
};

function trainOurs({ threads }) {
  const script = [process.execPath, join(root, 'bench/inkgrad/cold.mjs')];
  const [program, ...args] = commandFor({ command: script }, { threads }).command;
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

async function trainTheirs({ contestant, threads }, work) {
  const once = { ...work, threads, cold: true, turn: 0 };
  const runner = new Runner({ name: contestant.label, ...commandFor(contestant, { threads, work: once }) });
  await runner.prepare(once);
  await runner.run();
  await runner.end();
}
