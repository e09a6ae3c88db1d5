/** The packed package in what bundlers make for Node, where there is no package any more, in Next.js and under Jest. */

import { execFile } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { launchChromium, skipsWithoutChromium } from '../platform/chromium.ts';
import {
  createProject,
  type Project,
  prepareProjects,
  removeProjects,
  runBundler,
  serve,
  toolPath,
} from './project.ts';

interface Trained {
  readonly threads: number;
  readonly hash: string;
}

/** What node/main.js prints without a bundler. */
let expected: Trained;

beforeAll(async () => {
  prepareProjects('node');
  expected = await run(createProject('unbundled', {}, 'inkgrad', 'node').path, 'main.js');
  expect(expected.threads).toBe(2);
}, 600_000);
afterAll(removeProjects);

/** Runs a program, which prints nothing but its result. */
async function run(folder: string, file: string): Promise<Trained> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [file], { cwd: folder });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

/** Runs what was made, into built/, far from every package. */
async function expectAlone({ path }: Project, file: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'inkgrad-built-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(path, 'built'), folder, { recursive: true });
  expect(await run(folder, file)).toEqual(expected);
}

describe('bundled for Node, it trains to the same bits, on threads, with', { timeout: 120_000 }, () => {
  const program = (name: string) => createProject(name, {}, 'inkgrad', 'node');

  /** Bundles into built/, without a warning. */
  async function build(project: Project, bundler: string, ...args: string[]): Promise<void> {
    expect(await runBundler(project, bundler, ...args)).not.toMatch(/warn|error|\(!\)/i);
  }

  test.each([
    ['esm', 'mjs', 'inkgrad'],
    ['cjs', 'cjs', 'inkgrad'],
    ['cjs', 'cjs', 'inkgrad/inline'],
  ])('esbuild, as %s (%s) of %s', async (format, suffix, entry) => {
    const project = program(`esbuild-${format}${entry.length}`);
    const args = ['main.js', '--bundle', '--minify', '--platform=node', `--alias:inkgrad=${entry}`];
    await build(project, 'esbuild', ...args, `--format=${format}`, `--outfile=built/out.${suffix}`);
    await expectAlone(project, `out.${suffix}`);
  });

  test('webpack', async () => {
    const project = program('webpack-node');
    // It warns of every file of more than 244 KiB.
    const args = ['--mode', 'production', '--no-performance', '--target', 'node', '--entry', './main.js'];
    await build(project, 'webpack', ...args, '--output-path', 'built', '--output-filename', 'out.cjs');
    await expectAlone(project, 'out.cjs');
  });

  test('Rollup', async () => {
    const project = program('rollup-node');
    await build(project, 'rollup', '--config');
    writeFileSync(join(project.path, 'built/package.json'), '{ "type": "module" }');
    await expectAlone(project, 'main.js');
  });

  test('ncc', async () => {
    const project = program('ncc');
    await build(project, 'ncc', 'build', 'main.js', '--out', 'built');
    await expectAlone(project, 'index.js');
  });

  test('Vite for a server, the package left out', async () => {
    const project = program('vite-ssr');
    await build(project, 'vite', 'build', '--ssr', 'main.js', '--outDir', 'built');
    expect(await run(project.path, 'built/main.js')).toEqual(expected);
  });

  test('Vite for a server, the package taken in', async () => {
    const project = program('vite-ssr-whole');
    await build(project, 'vite', 'build', '--ssr', 'main.js', '--outDir', 'built');
    writeFileSync(join(project.path, 'built/package.json'), '{ "type": "module" }');
    await expectAlone(project, 'main.js');
  });
});

describe.skipIf(skipsWithoutChromium('Next.js'))('in Next.js, on the server and in the page, built by', () => {
  test.each(['webpack', 'turbopack'])('%s', { timeout: 240_000 }, async (bundler) => {
    const project = createProject(`next-${bundler}`, {}, 'inkgrad', 'next');
    copyFileSync(fileURLToPath(new URL('node/train.js', import.meta.url)), join(project.path, 'train.js'));
    await runBundler(project, 'next', 'build', `--${bundler}`);
    const server = await serve(project, 'next', 'start', '--port', '0');
    onTestFinished(() => server.close());
    const browser = await launchChromium();
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(server.url);
    expect(JSON.parse((await page.textContent('pre')) ?? '')).toEqual(expected);
    const output = await page.waitForFunction(() => document.querySelector('output')?.value);
    expect(JSON.parse((await output.jsonValue()) ?? '')).toEqual(expected);
  });
});

describe.each(['29', '30'])('under Jest %s,', { timeout: 120_000 }, (version) => {
  const jest = `jest-${version}`;
  const environments = {
    Node: () => createRequire(toolPath(`${jest}/package.json`)).resolve('jest-environment-node'),
    jsdom: () => toolPath(`jest-jsdom-${version}`),
  };

  /** Runs the tests of jest/ whose names match. */
  async function runJest(name: string, environment: keyof typeof environments, files: string, options = {}) {
    const { path } = createProject(`${jest}-${name}`, { type: 'commonjs' }, 'inkgrad', 'jest');
    const config = { testEnvironment: environments[environment](), testRegex: files, ...options };
    const args = ['--experimental-vm-modules', '--no-warnings', toolPath(`${jest}/bin/jest.js`)];
    return promisify(execFile)(process.execPath, [...args, '--ci', '--config', JSON.stringify(config)], {
      cwd: path,
      env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'test', HASH: expected.hash },
    }).catch(({ stderr }) => ({ stdout: '', stderr: String(stderr) }));
  }

  test.each([
    ['CommonJS in Node', 'Node', 'commonjs\\.test\\.js$', {}],
    ['CommonJS in jsdom', 'jsdom', 'commonjs\\.test\\.js$', {}],
    ['modules in Node', 'Node', 'module\\.test\\.mjs$', {}],
    [
      'modules in jsdom, as README.md says',
      'jsdom',
      'module\\.test\\.mjs$',
      { testEnvironmentOptions: { customExportConditions: ['node', 'node-addons'] } },
    ],
  ] as const)('%s', async (name, environment, files, options) => {
    const { stderr } = await runJest(name.replaceAll(/\W+/g, '-'), environment, files, options);
    expect(stderr).toMatch(/Tests: +3 passed, 3 total/);
  });

  test('modules in jsdom are told what to do', async () => {
    const { stderr } = await runJest('told', 'jsdom', 'module\\.test\\.mjs$');
    expect(stderr).toMatch(/EngineError: .*no Worker.*customExportConditions/);
  });
});
