import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { augmentImages, loadMnist, OptionError, ShapeError } from 'inkgrad';
import { augmentationFigure } from 'inkgrad/report';
import { expect, test } from 'vitest';
import { inkgrad, inkgradJson } from '../cli/program.ts';
import { temporaryFolder } from '../start/program.ts';

test('a figure shows images as they are and as a training sees them', async () => {
  const { x } = (await loadMnist()).train;
  const images = x.slice(0, 3);
  const changed = await augmentImages(x, { rotate: 30 }, { rows: [0, 1, 2], inputShape: [28, 28] });
  const svg = augmentationFigure(images, [changed, changed]);
  const uris = Array.from(svg.matchAll(/href="([^"]+)"/g), ([, uri]) => uri);
  expect(uris).toHaveLength(9);
  expect(uris[1]).toBe(uris[2]);
  expect(uris[1]).not.toBe(uris[0]);
  expect(augmentationFigure(images, [images]).match(/href="[^"]+"/g)?.[1]).toBe(`href="${uris[0]}"`);
  expect(() => augmentationFigure(images, [])).toThrow(OptionError);
  expect(() => augmentationFigure(images, [x.slice(0, 2)])).toThrow(ShapeError);
});

test('the command draws the first digit of each class', async () => {
  const folder = temporaryFolder();
  const { json } = await inkgradJson<{ rows: number[] }>(
    'augment',
    join(folder, 'a.svg'),
    '--amounts',
    'shift=2,elastic=14:4',
  );
  expect(json.rows).toEqual([1, 3, 5, 7, 2, 0, 13, 15, 17, 4]); // of MNIST's training set: 5 0 4 1 9 2 1 3 1 4 3 5 3 6 1 7 2 8
  expect(readFileSync(join(folder, 'a.svg'), 'utf8').match(/<image /g)).toHaveLength(80);
  expect((await inkgrad('augment', join(folder, 'b.png'), '--task', 'binary').ended).code).toBe(0);
  expect(readFileSync(join(folder, 'b.png')).subarray(1, 4).toString()).toBe('PNG');
  const wrong = await inkgrad('augment', 'c.jpg').ended;
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('ends with .png or .svg');
  expect((await inkgrad('augment', 'c.png', '--amounts', 'turn=3').ended).stderr).toContain('rotate');
});
