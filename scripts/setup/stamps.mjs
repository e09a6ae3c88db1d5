/**
 * Remembers what each step was made from, so that it is done again only when that has changed: a hash of the contents
 * of its input files, kept in `.stamps/`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const folder = join(root, '.stamps');

/**
 * The stamp of one step.
 * @param name the step's file in `.stamps/`
 * @param inputs files and folders (with all that is in them), relative to the repository; missing ones count as empty
 * @param outputs what the step makes; when one is missing, the step is not current
 */
export function stamp(name, inputs, outputs) {
  const file = join(folder, name);
  const digest = () => inputs.reduce(addFile, createHash('sha256')).digest('hex');
  return {
    isCurrent: () =>
      outputs.every((output) => existsSync(join(root, output))) &&
      existsSync(file) &&
      readFileSync(file, 'utf8') === digest(),
    /** Before the step, so that a step that is broken off is done again. */
    clear: () => rmSync(file, { force: true }),
    write() {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, digest());
    },
  };
}

function addFile(hash, path) {
  const status = statSync(join(root, path), { throwIfNoEntry: false });
  if (status?.isDirectory()) {
    return readdirSync(join(root, path))
      .sort()
      .reduce((sum, name) => addFile(sum, `${path}/${name}`), hash);
  }
  const content = status ? readFileSync(join(root, path)) : '';
  return hash.update(`${path}\0${content.length}\0`).update(content);
}
