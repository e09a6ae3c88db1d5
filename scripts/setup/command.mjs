import { spawn, spawnSync } from 'node:child_process';
import { Fault } from './fault.mjs';
import { root } from './paths.mjs';

/**
 * Runs a program quietly. `say` gets each line it prints; when it fails, a Fault tells everything that it printed.
 * @param env variables to set beside those of this process
 */
export function run(program, args, { env = {}, say = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (text) => {
      output += text;
      const lines = text.split(/[\r\n]+/).filter((line) => line.trim());
      if (lines.length) say(lines[lines.length - 1].trim());
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', (error) => reject(new Fault(`${program} could not be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new Fault(`${output}\n${program} ${args.join(' ')}\nended with ${signal ?? `code ${code}`}`));
    });
  });
}

/** What a program prints, or `undefined` when it is not there or fails. */
export function ask(program, args, env = {}) {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, ...env } });
  return status === 0 ? stdout.trim() : undefined;
}
