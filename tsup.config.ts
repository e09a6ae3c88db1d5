import { copyFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Options } from 'tsup';

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

const common: Options = {
  format: 'esm',
  outDir: 'dist',
  splitting: false,
  esbuildPlugins: [ownWorkerHelpers],
  esbuildOptions(options) {
    // Small, but with the names that a stack trace or a profile shows.
    options.minifyWhitespace = true;
    options.minifySyntax = true;
  },
};

export default defineConfig([
  {
    ...common,
    entry: { node: 'ts/node.ts', start: 'ts/start.ts' },
    platform: 'node',
    target: 'node20',
    splitting: true, // what only a terminal needs is loaded when it is needed
    // Bundled CommonJS packages call `require` for Node's own modules, which a module does not have.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module';\nconst require = requireOf(import.meta.url);",
    },
    dts: { entry: { index: 'ts/index.ts' } },
  },
  { ...common, entry: { browser: 'ts/browser.ts' }, platform: 'browser', target: 'es2022' },
  {
    // Each of these holds an engine in its module scope: one file each, so that no two share it.
    ...common,
    entry: {
      'glue-single': 'ts/engine/glue-single.ts',
      'glue-threads': 'ts/engine/glue-threads.ts',
      'pool-worker': 'ts/engine/pool-worker.ts',
      'engine-worker': 'ts/browser/engine-worker.ts',
    },
    platform: 'neutral',
    target: 'es2022',
    onSuccess: async () => {
      for (const build of ['single', 'threads']) {
        copyFileSync(`crates/wasm/pkg-${build}/inkgrad_wasm_bg.wasm`, `dist/inkgrad-${build}.wasm`);
      }
    },
  },
  { ...common, entry: { 'pool-worker-node': 'ts/engine/pool-worker-node.ts' }, platform: 'node', target: 'node20' },
]);
