/** Runs the program behind `npm start` as users do: as a process of its own, piped or in a terminal. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { RunConfig, RunHistory, RunMetrics } from '../../ts/cli/run-folder.ts';

export const program = fileURLToPath(new URL('../../dist/start.js', import.meta.url));

/** How a process ended, and what it wrote. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process and what it writes; it does not outlive its test. */
export class Running {
  stdout = '';
  stderr = '';
  readonly child: ChildProcess;
  readonly ended: Promise<Outcome>;

  constructor(command: string, args: readonly string[], cwd?: string) {
    this.child = spawn(command, args, { cwd, stdio: 'pipe' });
    this.child.stdout?.setEncoding('utf8').on('data', (text) => {
      this.stdout += text;
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text) => {
      this.stderr += text;
    });
    this.ended = new Promise((resolve, reject) => {
      this.child.on('error', reject);
      this.child.on('close', (code) => resolve({ code, stdout: this.stdout, stderr: this.stderr }));
    });
    onTestFinished(({ task }) => {
      const { pid, exitCode, signalCode } = this.child;
      const runs = exitCode === null && signalCode === null;
      if (task.result?.state === 'fail' && runs)
        console.error(`still runs:\n${this.stdout}${this.stderr}${waits(pid)}`);
      this.child.kill('SIGKILL');
    });
  }

  /** Resolves when the process has written a text that matches. */
  async wrote(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.stdout)) {
      if (this.child.exitCode !== null) throw new Error(`ended without ${pattern}:\n${this.stdout}${this.stderr}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

/** What each thread of a process and of its children waits for, where the system tells. */
function waits(pid: number | undefined): string {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const lines = threads.map((thread) => {
      const told = ['comm', 'wchan'].map((file) => readFileSync(`/proc/${pid}/task/${thread}/${file}`, 'utf8').trim());
      return `\n${pid} ${told.join(' ')}`;
    });
    const children = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8'));
    return [...lines, ...children.flatMap((ids) => ids.trim().split(' ')).map((id) => id && waits(Number(id)))].join(
      '',
    );
  } catch {
    return '';
  }
}

/** The program with its output piped. */
export function start(...args: string[]): Running {
  return new Running(process.execPath, [program, ...args]);
}

/** A shell's command in a terminal of 100 columns; what is written to its input is typed. */
export function inTerminal(command: string, cwd: string): Running {
  const sized = `stty cols 100 rows 30; ${command}`;
  return new Running('script', ['--quiet', '--return', '--command', sized, '/dev/null'], cwd);
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What a run folder holds when all is done. */
export const allFiles = [
  'config.json',
  'figures',
  'history.json',
  'metrics.json',
  'model.safetensors',
  'report.html',
  'report.txt',
];

/** What a run folder holds. */
export function readRun(folder: string) {
  const json = <Content>(file: string): Content => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  return {
    files: readdirSync(folder).sort(),
    model: join(folder, 'model.safetensors'),
    config: json<RunConfig>('config.json'),
    history: json<RunHistory>('history.json'),
    get metrics() {
      return json<RunMetrics>('metrics.json');
    },
    get report() {
      return readFileSync(join(folder, 'report.txt'), 'utf8');
    },
  };
}
