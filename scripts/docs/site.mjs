/** The documentation's site: its pages are in docs/, and what is made for it lies beside them, unseen by git. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../setup/command.mjs';
import { withLock } from '../setup/lock.mjs';
import { installNodeModules } from '../setup/node-modules.mjs';
import { root } from '../setup/paths.mjs';
import { step } from '../setup/progress.mjs';
import { describeKinds, rooms } from './kinds.mjs';

const docs = join(root, 'docs');
const site = join(docs, '.vitepress/dist');

/** Builds it into docs/.vitepress/dist: static files, for the root of a host or for the folder in DOCS_BASE. */
export async function buildSite() {
  await prepare();
  await step('Site', (say) => run(process.execPath, [tool('vitepress/bin/vitepress.js'), 'build', docs], { say }));
  await step('Demo', () => buildPage('examples/browser/vite.config.ts', 'demo'));
  await step('Bench page', () => buildPage('bench/page/vite.config.mjs', 'bench'));
  console.log(`The site is in ${site}`);
}

/** Serves the pages as they are written. */
export async function serveSite() {
  await prepare();
  const { createServer } = await import(pathToFileURL(tool('vitepress/dist/node/index.js')).href);
  const server = await createServer(docs);
  await server.listen();
  server.printUrls();
}

async function prepare() {
  await withLock(() => installNodeModules('docs'));
  await step('Table of kinds', async () => writeFileSync(join(docs, 'kinds.md'), await describeKinds()));
  await step('The package beside the pages', async () => copyPackage());
  copyTexts();
  await step('API', async (say) => {
    rmSync(join(docs, 'api'), { recursive: true, force: true });
    await run(process.execPath, [tool('typedoc/bin/typedoc'), '--options', join(docs, 'typedoc.json')], { say });
    for (const [room] of rooms) linkToKinds(room);
  });
}

function tool(path) {
  return join(docs, 'node_modules', path);
}

/** What pages load of the package: no maps, no files of Node, no second copies. */
function copyPackage() {
  const target = join(docs, 'public/inkgrad');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const unneeded = /\.map$|\.d\.c?ts$|\.cjs$|node|inline|global|^cli|^start|^glue|^THIRD|tfjs\.js$/;
  for (const name of readdirSync(join(root, 'dist')).filter((file) => !unneeded.test(file))) {
    cpSync(join(root, 'dist', name), join(target, name));
  }
}

/** Pages that have their place elsewhere in the repository; what only a clone has is named there, and not linked. */
function copyTexts() {
  const copy = (from, to) => {
    const text = readFileSync(join(root, from), 'utf8');
    const links = text
      .replaceAll('](SECURITY.md)', '](security.md)')
      .replaceAll('](chart.svg)', '](/chart.svg)')
      .replace(/\[([^\]]*)\]\((?:HACKING|DESIGN)\.md[^)]*\)/g, '$1');
    writeFileSync(join(docs, to), links);
  };
  copy('bench/RESULTS.md', 'benchmark.md');
  copy('CONTRIBUTING.md', 'contributing.md');
  copy('SECURITY.md', 'security.md');
  cpSync(join(root, 'bench/chart.svg'), join(docs, 'public/chart.svg'));
}

/** TypeDoc would spell out the types that the lists of kinds are made of. */
function linkToKinds(room) {
  const page = join(docs, `api/inkgrad/variables/${room}.md`);
  const [head] = readFileSync(page, 'utf8').split('## Type Declaration');
  writeFileSync(page, `${head}[All kinds](/kinds.md#${room}) lists them, with their options.\n`);
}

async function buildPage(config, folder) {
  const { build } = await import('vite');
  await build({
    ...{ configFile: join(root, config), logLevel: 'warn' },
    define: { IN_SITE: true },
    build: { outDir: join(site, folder), emptyOutDir: true },
  });
}
