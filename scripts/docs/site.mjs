/** The documentation's site: its pages are in docs/, and what is made for it lies beside them, unseen by git. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  shareTensorflow();
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
    linkToKinds();
    gatherRefused();
  });
}

function tool(path) {
  return join(docs, 'node_modules', path);
}

/** What pages load of the package: what live cells may import, and each file that one of these names. */
function copyPackage() {
  const target = join(docs, 'public/inkgrad');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const there = new Set(readdirSync(join(root, 'dist')).filter((name) => /\.(?:js|wasm|br)$/.test(name)));
  const waiting = ['browser.js', 'data.js', 'digits.js', 'report.js'];
  for (const name of waiting) {
    if (!there.delete(name)) continue;
    cpSync(join(root, 'dist', name), join(target, name));
    if (!name.endsWith('.js')) continue;
    waiting.push(...(readFileSync(join(root, 'dist', name), 'utf8').match(/[\w-]+\.(?:js|wasm|br)/g) ?? []));
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
function linkToKinds() {
  const page = join(docs, 'api/inkgrad/index.md');
  const [head, ...sections] = readFileSync(page, 'utf8').split(/^(?=### )/m);
  const linked = sections.map((section) => {
    const [room] = rooms.find(([name]) => section.startsWith(`### ${name}\n`)) ?? [];
    if (room === undefined) return section;
    const link = `[All kinds](/kinds.md#${room}) lists them, with their options.\n\n`;
    return section.replace(/^#### Type Declaration\n.*?(?=^#### )/ms, link);
  });
  writeFileSync(page, [head, ...linked].join(''));
}

/** TypeDoc would give each name that only says what to use in its place a section without a word. */
function gatherRefused() {
  const page = join(docs, 'api/inkgrad/tfjs/index.md');
  const names = [];
  const rest = readFileSync(page, 'utf8').replace(
    /^### (\w+)\n\n```ts\n\1: Refused;\n```\n+(?:\*\*\*\n+)?/gm,
    (_, name) => {
      names.push(`\`${name}\``);
      return '';
    },
  );
  const told = 'TensorFlow.js has these, too. Calling one throws an OptionError that says what is here in its place.';
  writeFileSync(page, `${rest.trimEnd()}\n\n## Not here\n\n${told}\n\n${names.join(', ')}\n`);
}

/** One of the two pages, which take the WASM of the package from where it lies for the site's own. */
async function buildPage(config, folder) {
  const { build } = await import('vite');
  const outDir = join(site, folder);
  const wasm = /^assets\/(inkgrad-[a-z]+)-[^/]{8}\.wasm$/;
  await build({
    ...{ configFile: join(root, config), logLevel: 'warn' },
    define: { IN_SITE: true },
    build: { outDir, emptyOutDir: true },
    experimental: {
      renderBuiltUrl(file) {
        const [, name] = wasm.exec(file) ?? [];
        return name && { runtime: `new URL('../../inkgrad/${name}.wasm', import.meta.url).href` };
      },
    },
  });
  for (const name of readdirSync(join(outDir, 'assets'))) {
    const [, plain] = wasm.exec(`assets/${name}`) ?? [];
    if (plain) removeTwin(join(outDir, 'assets', name), join(docs, `public/inkgrad/${plain}.wasm`));
  }
}

/**
 * TensorFlow.js lies in the site once: the demo's worker, where it is the bench page's very file, imports that one. A worker of
 * its own it stays, since only what lies in the demo's folder gets the headers of its service worker.
 */
function shareTensorflow() {
  const [demo, bench] = ['demo', 'bench'].map((page) => join(site, page, 'assets'));
  for (const name of readdirSync(demo).filter((name) => /^(?:tensorflow-worker|tfjs-backend)-/.test(name))) {
    removeTwin(join(demo, name), join(bench, name)); // WASM is asked for by the worker's code, and so beside that
    if (name.endsWith('.js')) writeFileSync(join(demo, name), `import '../../bench/assets/${name}';\n`);
  }
}

/** Removes a file whose bytes are those of another one. */
function removeTwin(path, other) {
  if (!existsSync(other) || !readFileSync(path).equals(readFileSync(other))) {
    throw new Error(`${path} should have the bytes of ${other}`);
  }
  rmSync(path);
}
