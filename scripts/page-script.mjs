import { createHash } from 'node:crypto';
import { build } from 'esbuild';

/** `?hashed`: the script with all that it imports, the same text in each build, since reports are to have the same bytes. */
export async function packPageScript(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    charset: 'utf8',
  });
  const text = outputFiles[0].text.trim();
  return { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` };
}
