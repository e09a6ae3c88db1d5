/** What callbacks refuse. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { callbacks, FileError, FormatError, OptionError } from 'inkgrad';
import { expect, test } from 'vitest';
import { CSVLogger, ModelCheckpoint, TensorBoard } from '../../ts/callbacks.ts';
import { temporaryFolder, useFiles } from '../data/support.ts';
import { blobs, classifier } from '../model/blobs.ts';

const wrong = (value: unknown) => value as never;

test.each<[string, () => unknown, string]>([
  [
    'a mode',
    () => callbacks.earlyStopping({ mode: wrong('lower') }),
    "mode: expected 'auto', 'min' or 'max', got 'lower'",
  ],
  ['patience', () => callbacks.earlyStopping({ patience: -1 }), 'patience: expected a whole number of at least 0'],
  ['minDelta', () => callbacks.earlyStopping({ minDelta: Number.NaN }), 'minDelta: expected a finite number, got NaN'],
  ['baseline', () => callbacks.earlyStopping({ baseline: wrong('0') }), "baseline: expected a finite number, got '0'"],
  [
    'an unknown option',
    () => callbacks.earlyStopping(wrong({ restore_best_weights: true })),
    "did you mean 'restoreBestWeights'?",
  ],
  [
    'factor',
    () => callbacks.reduceLROnPlateau({ factor: 1 }),
    'factor: expected a number from 0 to less than 1, got 1',
  ],
  ['a schedule', () => callbacks.learningRateScheduler(wrong(0.1)), 'schedule: expected a function'],
  ['a separator', () => callbacks.csvLogger('log.csv', { separator: '||' }), 'separator: expected one character'],
  ['no path', () => callbacks.modelCheckpoint(''), 'path: expected a text that is not empty'],
  [
    'a placeholder',
    () => callbacks.modelCheckpoint('m-{epoch:x}'),
    "path: expected placeholders such as '{epoch:02d}'",
  ],
  ['half a placeholder', () => callbacks.modelCheckpoint('m-{epoch'), 'path: expected a brace for each brace'],
  [
    'saveFreq',
    () => callbacks.modelCheckpoint('m', { saveFreq: wrong('batch') }),
    "saveFreq: expected 'epoch' or a number",
  ],
  ['updateFreq', () => callbacks.tensorBoard({ updateFreq: 0 }), 'updateFreq: expected a whole number of at least 1'],
  ['a hook', () => callbacks.lambda(wrong({ onEpoch() {} })), 'callbacks.onEpoch: expected one of onTrainBegin'],
])('%s', (_name, make, message) => {
  expect(make).toThrow(OptionError);
  expect(make).toThrow(message);
});

const { x, y } = blobs(12);

test('a figure that there is not, in the name of a file', async () => {
  await using model = classifier();
  const fitting = model.fit(x, y, { verbose: 0, callbacks: callbacks.modelCheckpoint('m-{val_loss}') });
  await expect(fitting).rejects.toThrow(
    "path: expected placeholders of 'epoch', 'loss' or 'accuracy', got '{val_loss}'",
  );
});

test('a schedule that gives no rate', async () => {
  await using model = classifier();
  const fitting = model.fit(x, y, { verbose: 0, callbacks: callbacks.learningRateScheduler(() => Number.NaN) });
  await expect(fitting).rejects.toThrow('schedule: expected a function that returns a finite number of at least 0');
});

test('files where there are none', async () => {
  useFiles('none');
  for (const callback of [new CSVLogger('log.csv'), new ModelCheckpoint('m'), new TensorBoard()]) {
    await expect((async () => callback.onTrainBegin())()).rejects.toThrow('there are no files here to write to');
  }
});

test('a folder in place of a file', async () => {
  await using model = classifier();
  const fitting = model.fit(x, y, { verbose: 0, callbacks: callbacks.csvLogger(await temporaryFolder()) });
  await expect(fitting).rejects.toThrow(FileError);
});

test('a file to add to that has other columns', async () => {
  const path = join(await temporaryFolder(), 'log.csv');
  await writeFile(path, 'epoch,loss\r\n0,1\r\n');
  await using model = classifier();
  const fitting = model.fit(x, y, { verbose: 0, callbacks: callbacks.csvLogger(path, { append: true }) });
  await expect(fitting).rejects.toThrow(FormatError);
  expect(await readFile(path, 'utf8')).toBe('epoch,loss\r\n0,1\r\n');
});

test('half a row, which a killed program left, is no part of the next', async () => {
  const path = join(await temporaryFolder(), 'log.csv');
  const start = 'epoch,accuracy,loss,val_accuracy,val_loss\r\n0,0.5,1,0.';
  await writeFile(path, start);
  await using model = classifier();
  await model.fit(x, y, { verbose: 0, callbacks: callbacks.csvLogger(path, { append: true }) });
  const added = (await readFile(path, 'utf8')).slice(start.length);
  expect(added).toMatch(/^\r\n0,[\d.]+,[\d.]+,NA,NA\r\n$/);
});
