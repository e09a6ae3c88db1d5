/** Every program of the README, the documentation and the doc comments runs in Node, as it stands there. */

import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Call, calls, commandLines, examples, type Program, programs, promisedBy } from './blocks.ts';
import { makeFolder } from './folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const timeout = 120_000;
let folder: string;

beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What it prints; it must end with code 0. */
async function run({ name, kind, code }: Program): Promise<string> {
  const file = join(folder, `${name.replace(/[^\w]/g, '-')}.${kind === 'commonjs' ? 'cjs' : 'mjs'}`);
  const cellsDisplay = kind === 'live' ? 'const display = (figure) => console.log(figure);\n' : '';
  writeFileSync(file, cellsDisplay + code);
  const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd: folder, timeout });
  return stdout;
}

describe('programs', { timeout }, () => {
  test.concurrent.each(programs(['node', 'commonjs', 'live']))('$name', async (program) => {
    const printed = await run(program);
    for (const promised of promisedBy(program.code)) expect(printed).toContain(promised);
    if (program.kind === 'live') {
      expect(printed).toContain('equal to five digits: true');
      expect(printed).toMatch(/(9\d|100) of 100 held-out images are read correctly/);
    }
  });
});

/** Examples of doc comments by the entry that they import first: those of an entry are run by one process. */
const byEntry = new Map<string, Program[]>();
for (const program of examples(['node'])) {
  const entry = /from '(inkgrad[^']*)'/.exec(program.code)?.[1] ?? 'no entry';
  byEntry.set(entry, [...(byEntry.get(entry) ?? []), program]);
}

describe('examples of doc comments', { timeout }, () => {
  test.concurrent.each([...byEntry])('%s', async (entry, programs) => {
    const files = programs.map(({ name, code }) => {
      const file = `${name.replace(/[^\w]/g, '-')}.mjs`;
      writeFileSync(join(folder, file), code);
      return file;
    });
    const code = files.map((file) => `console.log('# ${file}');\nawait import('./${file}');`).join('\n');
    const printed = (await run({ name: entry, kind: 'node', code })).split(/^# .*$/m).slice(1);
    for (const [i, { name, code }] of programs.entries()) {
      for (const promised of promisedBy(code)) expect(printed[i], name).toContain(promised);
    }
  });

  test('of one line', async () => {
    const found = calls();
    const results = JSON.parse(await run({ name: 'calls', kind: 'node', code: programOf(found) })) as string[];
    const bare = (text: string) => text.replace(/Tensor|\s/g, '');
    for (const [i, { name, result }] of found.entries()) {
      if (result === undefined) expect(results[i], name).not.toMatch(/^throws /);
      else expect(bare(results[i] as string), name).toBe(bare(result));
    }
  });
});

/** A program that makes all calls, and prints as JSON what each printed or gave. */
function programOf(calls: readonly Call[]): string {
  const lines = calls.map(({ code }) => `results.push(await resultOf(async () => ${code}));`);
  return `
    import { inspect } from 'node:util';
    import * as tf from 'inkgrad/tfjs';
    const { log } = console;
    const results = [];
    async function resultOf(call) {
      const printed = [];
      console.log = (text) => printed.push(text);
      try {
        const value = await call();
        return printed.length > 0 ? printed.join('\\n') : inspect(value);
      } catch (error) {
        return 'throws ' + error.name;
      } finally {
        console.log = log;
      }
    }
    ${lines.join('\n')}
    log(JSON.stringify(results));
  `;
}

test.each([...programs(['config']), ...examples(['config'])])('$name is no nonsense', ({ code }) => {
  const { diagnostics } = ts.transpileModule(code, {
    fileName: 'config.jsx',
    reportDiagnostics: true,
    compilerOptions: { allowJs: true, jsx: ts.JsxEmit.ReactJSX },
  });
  expect(diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
});

test('command lines name commands and options that there are', { timeout }, async () => {
  const lines = commandLines().map((line) => line.split(' '));
  expect(lines.length).toBeGreaterThan(10);
  for (const command of new Set(lines.map(([name = '']) => name))) {
    const { stdout: help } = await promisify(execFile)(process.execPath, [`${root}dist/cli.js`, command, '--help']);
    expect(help).toContain(`Usage: inkgrad ${command}`);
    const given = lines.filter(([name]) => name === command).flat();
    for (const option of given.filter((word) => word.startsWith('--'))) expect(help).toContain(option);
  }
});

describe('the README', () => {
  const readme = readFileSync(`${root}README.md`, 'utf8');
  const facts = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { files: string[] };
  const files = facts.files.map((path) => path.replace(/^\//, ''));

  test('links to what is in the package, or in the documentation', () => {
    const links = Array.from(readme.matchAll(/\]\(([^)]+)\)/g), ([, link = '']) => link);
    expect(links.length).toBeGreaterThan(3);
    const lacking = links
      .filter((link) => !/^(https?:|#)/.test(link))
      .map((link) => link.split('#')[0] ?? '')
      .filter((path) => !files.some((given) => path === given || path.startsWith(`${given}/`)));
    expect(lacking).toEqual([]);
    for (const link of links.filter((each) => !/^https?:/.test(each))) expect(headingOf(link), link).toBe(true);
  });

  test('has the two commands of a clone on its first screen', () => {
    const screen = readme.split('\n').slice(0, 40).join('\n');
    expect(screen).toContain('npm start');
    expect(screen).toContain('npm test');
  });

  /** Whether the file is there, and has the heading that a link names. */
  function headingOf(link: string): boolean {
    const [path = '', heading] = link.split('#');
    const text = path === '' ? readme : readFileSync(join(root, path), 'utf8');
    if (heading === undefined) return true;
    const slugs = Array.from(text.matchAll(/^#+ (.*)$/gm), ([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replaceAll(' ', '-'),
    );
    return slugs.includes(heading);
  }
});
