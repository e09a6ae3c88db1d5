import { existsSync } from 'node:fs';

/** The tests run what is in dist/. */
export default function requireBuild(): void {
  if (!existsSync(new URL('../dist/node.js', import.meta.url))) {
    throw new Error('dist/ is missing: run `npm run setup` first (`npm test` does it by itself)');
  }
}
