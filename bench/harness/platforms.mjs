/** The browsers and runtimes that the tests try the package in: test/platform drives and installs them. */
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from '../../scripts/setup/paths.mjs';

const load = async (name) => (await runnerImport(join(root, 'test/platform', name), { logLevel: 'error' })).module;

/** @returns {Promise<import('../../test/platform/browsers.ts').BrowserKind[]>} */
export const listBrowsers = async () => (await load('browsers.ts')).browsers;

/** @returns {Promise<typeof import('../../test/platform/runtimes.ts')>} */
export const loadRuntimes = () => load('runtimes.ts');
