/* global test */

const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const inkgrad = require('inkgrad');
const { trains, savesAndLoads, fails } = require('./cases.js');

test('trains', () => trains(inkgrad, process.env.HASH));
test('saves and loads', () => savesAndLoads(inkgrad, { readFileSync, file: join(__dirname, 'commonjs.safetensors') }));
test('fails with typed errors', () => fails(inkgrad));
