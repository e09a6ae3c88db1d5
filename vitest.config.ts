import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vitest/config';
import { boundParquet, unbounded } from './scripts/bound-parquet.mjs';
import { packPageScript } from './scripts/page-script.mjs';

/** `?gzip` and `?brotli` import a file, compressed and in base64, `?hashed` a page's script, as tsup.config.ts has it. */
const embedded: Plugin = {
  name: 'embedded',
  enforce: 'pre',
  async load(id) {
    const [file = '', way = ''] = id.split('?');
    if (way === 'hashed') return `export default ${JSON.stringify(await packPageScript(file))};`;
    const compress = { gzip: gzipSync, brotli: brotliCompressSync }[way];
    if (!compress) return undefined;
    const text = compress(readFileSync(file)).toString('base64');
    return `export default ${JSON.stringify(text)};`;
  },
};

export default defineConfig({
  // As tsup.config.ts does.
  plugins: [
    { name: 'bounded-parquet', transform: (code, id) => (unbounded.test(id) ? boundParquet(id, code) : undefined) },
    embedded,
  ],
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/global-setup.ts',
    reporters: ['default', './test/platform/cells.ts'],
    // The package itself is loaded by Node and not by Vite: each engine is an instance of its own of a module in dist/.
    server: { deps: { external: [/\/dist\//], inline: ['hyparquet', 'fzstd', /\?(gzip|brotli)$/] } },
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } }, // a busy machine takes its time
    // A process in thousands hangs as it ends: Node's issue 54918. What fails in any other way is not tried again.
    retry: { count: process.env.CI ? 1 : 0, condition: /timed out in/ },
  },
});
