/** The packed package in pages that bundlers have made, and in pages that none has. */

import { copyFileSync, cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createEngine, type EngineInfo, loadBinaryDigits } from 'inkgrad';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { tasks } from '../determinism/tasks.ts';
import { launchChromium, skipsWithoutChromium } from '../platform/chromium.ts';
import { type Site, TestServer } from '../platform/server.ts';
import {
  createProject,
  importFrom,
  mnist,
  type Project,
  prepareMnist,
  prepareProjects,
  removeProjects,
  runBundler,
  serve,
} from './project.ts';

const skipped = skipsWithoutChromium('the pages of bundlers');

const timeout = 120_000;
/** Scripts of a page that trains, compressed. The goal was 30,000. */
const MOST_BYTES = 51_900;

/** What page/main.js writes. */
interface Result {
  readonly accuracy: number;
  readonly hash: string;
  readonly engine: EngineInfo;
}

describe.skipIf(skipped)('bundled or not, in Chromium, trains to the bits of Node', { timeout }, () => {
  let browser: Browser;
  let inNode: Omit<Result, 'engine'>;

  beforeAll(async () => {
    prepareProjects('pages');
    prepareMnist();
    browser = await launchChromium();
    inNode = await trainInNode();
    expect(inNode.accuracy).toBeGreaterThan(0.95);
  }, 600_000);
  afterAll(async () => {
    await browser?.close();
    removeProjects();
  });

  /** What the page of a site has to show, and what it has said on its console. */
  async function visit(site: string): Promise<{ result: Result; said: string[] }> {
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => {
      if (message.type() !== 'debug') said.push(`${message.type()}: ${message.text()}`);
    });
    const failed = new Promise<never>((_, reject) => page.on('pageerror', reject));
    const show = async () => {
      await page.goto(new URL('index.html', site).href);
      const output = await page.waitForFunction(() => document.querySelector('output')?.value, null, { timeout });
      return output.jsonValue();
    };
    return { result: JSON.parse((await Promise.race([show(), failed])) ?? ''), said };
  }

  /** Serves folders as a site of its own, and the data with them. */
  async function host(site: Partial<Site>): Promise<TestServer> {
    const folders = { '/mnist/': mnist, ...site.folders };
    const server = await TestServer.start({ isolated: true, instead: {}, ...site, folders });
    onTestFinished(() => server.close());
    return server;
  }

  /** Visits a page whose engine must have found its files and started its threads. */
  async function expectThreads(site: string): Promise<void> {
    const { result, said } = await visit(site);
    expect(result).toEqual({ ...inNode, engine: expect.objectContaining({ threads: 2, isolated: true }) });
    expect(said).toEqual([]);
  }

  /** Bundles into dist/, without a warning; nothing of Node may be in it. */
  async function build(project: Project, bundler: string, ...args: string[]): Promise<void> {
    expect(await runBundler(project, bundler, ...args)).not.toMatch(/warn|error|\(!\)/i);
    for (const script of scriptsOf(project)) expect(script).not.toMatch(/["']node:|browser-external/);
  }

  /** The texts of the scripts that a bundler has made. */
  const scriptsOf = ({ path }: Project) =>
    readdirSync(join(path, 'dist'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(join(path, 'dist', file), 'utf8'));

  /** A site of what a bundler has made of a project. */
  const hostBuild = ({ folder }: Project, site: Partial<Site> = {}) =>
    host({ ...site, folders: { '/': `${folder}dist/` } });

  /** Puts the page beside its program, where a bundler has made the program alone. */
  const addPage = ({ path }: Project) => copyFileSync(join(path, 'index.html'), join(path, 'dist/index.html'));

  test('Vite, built', async ({ annotate }) => {
    const project = createProject('vite');
    await build(project, 'vite', 'build');
    const { url, requests } = await hostBuild(project);
    await expectThreads(url);
    // What the page asks for; readers of files that it does not load are scripts of their own.
    const scripts = [...new Set(requests)].filter((path) => path.endsWith('.js'));
    const sizes = scripts.map((path) => gzipSync(readFileSync(join(project.path, 'dist', path)), { level: 9 }).length);
    const size = sizes.reduce((sum, size) => sum + size, 0);
    await annotate(`scripts of the page, compressed: ${size} of ${MOST_BYTES} bytes`);
    expect(sizes.length).toBeGreaterThanOrEqual(2);
    expect(size).toBeLessThanOrEqual(MOST_BYTES);
    expect(requests.filter((path) => path.endsWith('.wasm'))).toEqual([expect.stringContaining('inkgrad-threads')]);

    const plain = await hostBuild(project, { isolated: false });
    const { result, said } = await visit(plain.url);
    expect(result).toEqual({ ...inNode, engine: expect.objectContaining({ threads: 1, isolated: false }) });
    expect(said).toEqual([
      expect.stringMatching(/^warning: inkgrad: one thread: the page is not cross-origin isolated/),
    ]);
  });

  test("Vite's server", async () => {
    const project = createProject('vite-server');
    cpSync(mnist, join(project.path, 'public/mnist'), { recursive: true });
    const server = await serve(project, 'vite');
    onTestFinished(() => server.close());
    await expectThreads(server.url);
    expect(server.output.join('')).not.toMatch(/warn|error/i);
  });

  test('webpack', async () => {
    const project = createProject('webpack');
    // It warns of every file of more than 244 KiB, which the WASM is.
    await build(project, 'webpack', '--mode', 'production', '--no-performance', '--entry', './main.js');
    addPage(project);
    const { url } = await hostBuild(project);
    await expectThreads(url);
  });

  test('Rollup', async () => {
    const project = createProject('rollup');
    await build(project, 'rollup', '--config');
    addPage(project);
    const { url } = await hostBuild(project);
    await expectThreads(url);
  });

  test('Parcel', async () => {
    const project = createProject('parcel');
    await build(project, 'parcel', 'build', 'index.html');
    const { url } = await hostBuild(project);
    await expectThreads(url);
  });

  test('Parcel, which is told to read exports', async () => {
    const project = createProject('parcel-exports', { '@parcel/resolver-default': { packageExports: true } });
    await build(project, 'parcel', 'build', 'index.html');
    const { url } = await hostBuild(project);
    await expectThreads(url);
  });

  test('esbuild, with all in one file', async () => {
    const project = createProject('esbuild', {}, 'inkgrad/inline');
    await build(project, 'esbuild', 'main.js', '--bundle', '--format=esm', '--outdir=dist');
    addPage(project);
    const { url, requests } = await hostBuild(project);
    await expectThreads(url);
    expect(requests.filter((path) => !path.startsWith('/mnist/'))).toEqual(['/index.html', '/main.js']);
  });

  test('esbuild, and a copy of what it leaves behind', async () => {
    const project = createProject('esbuild-copy');
    await build(project, 'esbuild', 'main.js', '--bundle', '--format=esm', '--outdir=dist');
    addPage(project);
    const { url } = await hostBuild(project);
    await expect(visit(url)).rejects.toMatchObject({
      name: 'EngineError',
      message: expect.stringMatching(/engine-worker\.js did not load.*'inkgrad\/inline'/),
    });
    for (const file of ['engine-worker.js', 'inkgrad-threads.wasm', 'inkgrad-single.wasm']) {
      copyFileSync(join(project.path, 'node_modules/inkgrad/dist', file), join(project.path, 'dist', file));
    }
    await expectThreads(url);
  });

  test('esbuild, a script that does not know where it lies', async () => {
    const project = createProject('esbuild-script');
    await build(project, 'esbuild', 'main.js', '--bundle', '--outdir=dist');
    addPage(project);
    const { url } = await hostBuild(project);
    await expect(visit(url)).rejects.toMatchObject({
      name: 'EngineError',
      message: expect.stringMatching(/worker could not be started: .*'inkgrad\/inline'/),
    });
  });

  test('no bundler', async () => {
    const project = createProject('no-bundler');
    importFrom(project, './node_modules/inkgrad/dist/browser.js');
    const { url } = await host({ folders: { '/': project.folder } });
    await expectThreads(url);
  });

  describe('from another site,', () => {
    const headers = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

    /** The page of a project that imports a file of the package from a site of the package's own. */
    async function hostApart(name: string, file: string): Promise<string> {
      const project = createProject(name);
      const folder = `${project.folder}node_modules/inkgrad/`;
      const cdn = await host({ isolated: false, headers, folders: { '/inkgrad@0/': folder } });
      importFrom(project, `${cdn.url}/inkgrad@0/dist/${file}`);
      return (await host({ folders: { '/': project.folder } })).url;
    }

    test('all in one file', async () => {
      await expectThreads(await hostApart('cdn-inline', 'inline.js'));
    });

    test('the main entry says that it may not start a worker from there', async () => {
      await expect(visit(await hostApart('cdn', 'browser.js'))).rejects.toMatchObject({
        name: 'EngineError',
        message: expect.stringMatching(/worker could not be started: .*'inkgrad\/inline'/),
      });
    });
  });
});

async function trainInNode(): Promise<Omit<Result, 'engine'>> {
  const { train, test: held } = await loadBinaryDigits();
  const engine = await createEngine({ threads: 1 });
  await using model = tasks['zeros and ones'].model(engine);
  await model.fit(train.x, train.y, { epochs: 1, verbose: 0 });
  const { accuracy } = await model.evaluate(held.x, held.y);
  return { accuracy: accuracy as number, hash: await model.weightsHash() };
}
