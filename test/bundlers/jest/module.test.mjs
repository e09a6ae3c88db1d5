/* global test */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as inkgrad from 'inkgrad';
import cases from './cases.js';

const file = fileURLToPath(new URL('./module.safetensors', import.meta.url));

test('trains', () => cases.trains(inkgrad, process.env.HASH));
test('saves and loads', () => cases.savesAndLoads(inkgrad, { readFileSync, file }));
test('fails with typed errors', () => cases.fails(inkgrad));
