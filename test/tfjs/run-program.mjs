import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The names of the programs. */
export const programs = readdirSync(here('programs'))
  .filter((file) => file.endsWith('.mjs') && file !== 'numbers.mjs')
  .map((file) => file.slice(0, -'.mjs'.length));

/**
 * What a program prints as its last line, in JSON.
 * @param path of the program, in this folder
 * @param tfjs the URL of the module that stands for '@tensorflow/tfjs'
 */
export async function runProgram(path, tfjs) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', new URL('as.mjs', import.meta.url).href, here(path)],
    { env: { ...process.env, TFJS: tfjs } },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1));
}
