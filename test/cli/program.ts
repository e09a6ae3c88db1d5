/** Runs `inkgrad` as users do: as a process of its own, piped or in a terminal. */

import { fileURLToPath } from 'node:url';
import { inTerminal, type Outcome, Running } from '../start/program.ts';

export const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** `inkgrad` with its output piped. */
export function inkgrad(...args: string[]): Running {
  return new Running(process.execPath, [program, ...args]);
}

/** `inkgrad` with what it printed as JSON, which is all that it printed on stdout. */
export async function inkgradJson<Content>(...args: string[]): Promise<Omit<Outcome, 'stdout'> & { json: Content }> {
  const { stdout, ...outcome } = await inkgrad(...args, '--json').ended;
  return { ...outcome, json: JSON.parse(stdout) };
}

/** `inkgrad` typed in a terminal of 100 columns. */
export function inkgradInTerminal(args: string, cwd: string): Running {
  return inTerminal(`${JSON.stringify(process.execPath)} ${JSON.stringify(program)} ${args}`, cwd);
}
