import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, encode } from 'fast-png';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DigitsFound } from '../../ts/digits/types.ts';
import { numberSheet } from '../digits/numbers.ts';
import { paint, randomOf } from '../digits/scenes.ts';
import { digitImage, digitLabel } from '../digits/support.ts';
import { temporaryFolder } from '../start/program.ts';
import { greyPng } from './pictures.ts';
import { inkgrad, inkgradJson } from './program.ts';

const rows = [0, 1, 2, 3];
const text = rows.map(digitLabel).join('');
let number: Uint8Array;

beforeAll(() => {
  const { width, height, data } = paint(
    numberSheet(rows.map(digitImage), randomOf(3), () => 10),
    () => [250, 250, 240],
    [20, 20, 60],
  );
  number = encode({ width, height, data: Uint8Array.from(data), channels: 4, depth: 8 });
});

function write(name: string, bytes: Uint8Array): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, bytes);
  return file;
}

const blank = () => greyPng(new Uint8Array(900).fill(255), 30);

describe('read', () => {
  test('prints the number', async () => {
    expect(await inkgrad('read', write('number.png', number)).ended).toEqual({
      code: 0,
      stdout: `${text}\n`,
      stderr: '',
    });
  });

  test('prints JSON', async () => {
    const file = write('number.png', number);
    const { code, json } = await inkgradJson<{ pictures: (DigitsFound & { file: string })[] }>('read', file);
    expect(code).toBe(0);
    expect(json.pictures).toMatchObject([
      { file, text, digits: rows.map((row) => ({ digit: digitLabel(row), unsure: false })) },
    ]);
  });

  test('says which of several pictures has no digit, and goes on', async () => {
    const files = [write('blank.png', blank()), write('number.png', number), join(temporaryFolder(), 'none.png')];
    const { code, stdout, stderr } = await inkgrad('read', ...files).ended;
    expect(code).toBe(1);
    expect(stdout).toBe(`${files[1]}: ${text}\n`);
    expect(stderr).toBe(`${files[0]}: no digit found\n${files[2]}: there is no such file\n`);
    expect((await inkgrad('read', '--quiet', ...files).ended).stdout).toBe(`?\n${text}\n?\n`);
  });

  test('draws what it found', async () => {
    const boxes = join(temporaryFolder(), 'found.png');
    expect((await inkgrad('read', write('number.png', number), '--boxes', boxes).ended).code).toBe(0);
    const [drawn, before] = [decode(readFileSync(boxes)), decode(number)];
    expect([drawn.width, drawn.height]).toEqual([before.width, before.height]);
    const blue = Array.from({ length: drawn.width * drawn.height }, (_, i) =>
      drawn.data.slice(3 * i, 3 * i + 3).join(),
    ).filter((pixel) => pixel === '0,114,178');
    expect(blue.length).toBeGreaterThan(rows.length * 100);
    const two = await inkgrad('read', '--boxes', boxes, 'a.png', 'b.png').ended;
    expect(two.stderr).toBe('--boxes: expected one picture, got 2\n');
  });
});

test('predict reads pictures without a run folder, and names what is not there', async () => {
  expect((await inkgrad('predict', write('number.png', number)).ended).stdout).toBe(`${text}\n`);
  const { code, stderr } = await inkgrad('predict', 'some.safetensors').ended;
  expect({ code, stderr }).toEqual({ code: 1, stderr: 'some.safetensors: there is no such file\n' });
});
