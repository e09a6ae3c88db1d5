import { defineConfig } from 'vitest/config';
import { boundParquet, unbounded } from './scripts/bound-parquet.mjs';

export default defineConfig({
  // As tsup.config.ts does.
  plugins: [
    { name: 'bounded-parquet', transform: (code, id) => (unbounded.test(id) ? boundParquet(id, code) : undefined) },
  ],
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/global-setup.ts',
    reporters: ['default', './test/platform/cells.ts'],
    // The package itself is loaded by Node and not by Vite: each engine is an instance of its own of a module in dist/.
    server: { deps: { external: [/\/dist\//], inline: ['hyparquet'] } },
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
