import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { root } from './paths.mjs';
import { step } from './progress.mjs';
import { stamp } from './stamps.mjs';

/** Bundles ts/ and the WASM builds into dist/. */
export async function bundleTypeScript() {
  const inputs = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsup.config.ts', 'ts'];
  const outputs = [
    'node.js',
    'browser.js',
    'inline.js',
    'index.d.ts',
    'inkgrad-threads.wasm',
    'inkgrad-single.wasm',
    'inkgrad-fast.wasm',
  ];
  const mark = stamp(
    'dist',
    [...inputs, 'crates/wasm/pkg-single', 'crates/wasm/pkg-threads', 'crates/wasm/pkg-fast'],
    outputs.map((file) => `dist/${file}`),
  );
  if (mark.isCurrent()) return;
  mark.clear();
  await step('TypeScript', async (say) => {
    rmSync(join(root, 'dist'), { recursive: true, force: true });
    await run(process.execPath, [join(root, 'node_modules/tsup/dist/cli-default.js')], { say });
  });
  mark.write();
}
