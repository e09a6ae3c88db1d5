import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/global-setup.ts',
    reporters: ['default', './test/platform/cells.ts'],
    // The package itself is loaded by Node and not by Vite: each engine is an instance of its own of a module in dist/.
    server: { deps: { external: [/\/dist\//] } },
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
