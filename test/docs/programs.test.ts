/** Every program of the README, the documentation and the doc comments runs in Node, as it stands there. */

import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandLines, examples, type Program, programs, promisedBy } from './blocks.ts';
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
  test.concurrent.each([...programs(['node', 'commonjs', 'live']), ...examples()])('$name', async (program) => {
    const printed = await run(program);
    for (const promised of promisedBy(program.code)) expect(printed).toContain(promised);
    if (program.kind === 'live') {
      expect(printed).toContain('equal to five digits: true');
      expect(printed).toMatch(/(9\d|100) of 100 held-out images are read correctly/);
    }
  });
});

test.each(programs(['config']))('$name is no nonsense', ({ code }) => {
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
