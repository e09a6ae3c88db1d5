/** The code of the documentation, as readers see it: each block of the README and the guide, and what it is. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = ['docs', 'docs/guide', 'docs/hosts'];
/** In docs/, but not written there: scripts/docs/site.mjs makes them. */
const made = /^docs\/(kinds|benchmark|contributing|security)\.md$/;

/**
 * `node`: a program; what follows it without imports of its own goes on with it. `browser`: the same in a page.
 * `commonjs`: a program with `require`. `live`: all cells of a page are one program. `html`: a page. `config`: a file that
 * other programs read.
 */
export type Kind = 'node' | 'browser' | 'commonjs' | 'live' | 'html' | 'config';

export interface Program {
  readonly kind: Kind;
  /** File and line. */
  readonly name: string;
  readonly code: string;
}

/** Every document whose code readers may copy, by its path from the repository's root. */
export function documents(): string[] {
  const pages = folders
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
    .filter((path) => path.endsWith('.md') && !made.test(path));
  return ['README.md', 'CONTRIBUTING.md', ...pages.sort()];
}

export function programs(kinds: readonly Kind[]): Program[] {
  return documents()
    .flatMap(programsOf)
    .filter(({ kind }) => kinds.includes(kind));
}

function programsOf(path: string): Program[] {
  const text = readFileSync(join(root, path), 'utf8');
  const found: { kind: Kind; name: string; code: string }[] = [];
  for (const { 1: info = '', 2: code = '', index } of text.matchAll(/^```([^\n]*)\n(.*?)^```$/gms)) {
    const kind = kindOf(info);
    if (!kind) continue;
    const before = found.findLast((program) => program.kind === kind);
    const goesOn = kind === 'live' || (['node', 'browser'].includes(kind) && !/^import .* from /m.test(code));
    if (before && goesOn) before.code += `\n${code}`;
    else found.push({ kind, name: placeOf(path, text, index), code });
  }
  return found;
}

function kindOf(info: string): Kind | undefined {
  const [language = '', flag] = info.trim().split(/\s+/);
  if (flag === 'config') return 'config';
  if (language === 'cjs') return 'commonjs';
  if (language === 'html') return 'html';
  if (!['js', 'ts', 'mjs'].includes(language)) return undefined;
  if (flag === 'live' || flag === 'browser') return flag;
  if (flag !== undefined) throw new Error(`a block that nobody runs: \`\`\`${info}`);
  return 'node';
}

/** The examples of doc comments that are blocks, each a program of its own. */
export function examples(kinds: readonly Kind[]): Program[] {
  return sources()
    .flatMap(({ path, text }) =>
      Array.from(
        text.matchAll(/^ *\* ```(js[^\n]*)\n(.*?)^ *\* ```$/gms),
        ({ 1: info = '', 2: lines = '', index }) => ({
          kind: kindOf(info),
          name: placeOf(path, text, index),
          code: lines.replace(/^ *\* ?/gm, ''),
        }),
      ),
    )
    .filter((program): program is Program => program.kind !== undefined && kinds.includes(program.kind));
}

/** An example of one line: `tf.add([1, 2], 3).print(); // [4, 5]`. */
export interface Call {
  /** File and line. */
  readonly name: string;
  readonly code: string;
  /** What it prints, or else gives; undefined where that is not said. */
  readonly result: string | undefined;
}

export function calls(): Call[] {
  return sources().flatMap(({ path, text }) =>
    Array.from(text.matchAll(/@example (.+?)(?: \*\/)?$/gm), ({ 1: line = '', index }) => {
      const name = placeOf(path, text, index);
      const [, code, result] = /^(.+?);(?: \/\/ (.*))?$/.exec(line) ?? [];
      if (code === undefined) throw new Error(`${name}: an example that nobody runs: ${line}`);
      return { name, code, result };
    }),
  );
}

function sources(): { path: string; text: string }[] {
  return readdirSync(join(root, 'ts'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => ({ path: `ts/${path.replaceAll('\\', '/')}`, text: readFileSync(join(root, 'ts', path), 'utf8') }));
}

function placeOf(path: string, text: string, index: number): string {
  return `${path}:${text.slice(0, index).split('\n').length}`;
}

/** The lines of shells that call `inkgrad`, without what stands before and behind. */
export function commandLines(): string[] {
  const lines = documents().flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return Array.from(text.matchAll(/^```sh\n(.*?)^```$/gms), ([, block = '']) => block.split('\n')).flat();
  });
  return lines.flatMap((line) => /^npx inkgrad ([^#]*)/.exec(line)?.[1]?.trim() ?? []);
}

/** What a program promises to print: `console.log(text); // prints 90210`. */
export function promisedBy(code: string): string[] {
  return Array.from(code.matchAll(/console\.log\(.*\/\/ prints (.*)$/gm), ([, promised = '']) => promised);
}
