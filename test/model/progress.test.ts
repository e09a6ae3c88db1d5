import { execFile } from 'node:child_process';
import { Writable } from 'node:stream';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barProgress, fitLines } from '../../ts/node/progress.ts';
import { formatFigures, formatRate, formatTime } from '../../ts/progress.ts';

test('figures, rates and times in few characters', () => {
  expect(formatFigures({ loss: 0.12345, accuracy: 0.5, val_loss: 0.00001234 })).toBe(
    'loss: 0.1235 - accuracy: 0.5000 - val_loss: 1.2340e-5',
  );
  expect(formatFigures({ loss: 0 })).toBe('loss: 0.0000');
  expect(formatRate(60_000, 500)).toBe('120,000 samples/s');
  expect(formatRate(0, 0)).toBe('0 samples/s');
  expect([0, 449, 9940, 9960, 59_400, 59_600, 61_000, 605_000].map(formatTime)).toEqual([
    '0.0s',
    '0.4s',
    '9.9s',
    '10s',
    '59s',
    '1m00s',
    '1m01s',
    '10m05s',
  ]);
});

describe('the lines of a bar', () => {
  const facts = ['938/1875', 'ETA 0.4s', '123,456 samples/s'];
  const figures = 'loss: 0.1234 - accuracy: 0.9876';

  test.each([
    [
      120,
      [
        'Epoch 3/20 ███████████████░░░░░░░░░░░░░░░ 938/1875 - ETA 0.4s - 123,456 samples/s - loss: 0.1234 - accuracy: 0.9876',
      ],
    ],
    [91, ['Epoch 3/20 ███░░░ 938/1875 - ETA 0.4s - 123,456 samples/s - loss: 0.1234 - accuracy: 0.9876']],
    [79, ['Epoch 3/20 ███████░░░░░░░ 938/1875 - ETA 0.4s - loss: 0.1234 - accuracy: 0.9876']],
    [60, ['Epoch 3/20 ███░░░ ETA 0.4s - loss: 0.1234 - accuracy: 0.9876']],
    [50, ['Epoch 3/20 ████░░░ loss: 0.1234 - accuracy: 0.9876']],
    [40, ['Epoch 3/20 █████░░░░ 938/1875 - ETA 0.4s', 'loss: 0.1234 - accuracy: 0.9876']],
    [26, ['Epoch 3/20 ███░░░ 938/1875', 'loss: 0.1234', 'accuracy: 0.9876']],
    [12, ['Epoch 3/20', 'loss: 0.1234', 'accuracy: 0.']],
    [5, ['Epoch', 'loss:', 'accur']],
    [0, ['', '', '']],
  ])('in %i columns', (width, lines) => {
    expect(fitLines('Epoch 3/20', 0.5, facts, figures, width)).toEqual(lines);
  });

  test('of a finished epoch have all its figures, down to 40 columns', () => {
    const all = formatFigures({ loss: 0.0312, accuracy: 0.9907, val_loss: 0.0712, val_accuracy: 0.9781 });
    const finished = (width: number) =>
      fitLines('Epoch 20/20', 1, ['1875/1875', '12s', '51,234 samples/s'], all, width);
    expect(finished(79)).toEqual([
      'Epoch 20/20 ██████████████████████████████ 1875/1875 - 12s - 51,234 samples/s',
      all,
    ]);
    expect(finished(39)).toEqual([
      'Epoch 20/20 ███████████ 1875/1875 - 12s',
      'loss: 0.0312 - accuracy: 0.9907',
      'val_loss: 0.0712 - val_accuracy: 0.9781',
    ]);
    for (let width = 39; width < 130; width++) {
      expect(finished(width).flatMap((line) => line.match(/\w+: [\d.]+/g) ?? [])).toEqual(all.split(' - '));
    }
  });

  test('are never wider than they may be', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(200), (title, done, width) => {
        for (const line of fitLines(title, done, facts, figures, width)) expect(line.length).toBeLessThanOrEqual(width);
      }),
    );
  });
});

/** A terminal that keeps what is written to it. */
function terminal(columns: number) {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written.push(String(chunk));
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY: true, columns }) as unknown as NodeJS.WriteStream, written };
}

describe('a bar in a terminal', () => {
  test.each([200, 80, 40, 10])('of %i columns keeps to its lines and ends with the figures', async (columns) => {
    const { stream, written } = terminal(columns);
    const bar = await barProgress('Epoch 1/2', 10, 32, stream);
    for (let batch = 1; batch <= 10; batch++) bar.update(batch, { loss: 1 / batch });
    bar.finish({ loss: 0.1, val_loss: 0.2 });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are controlled by them
    const text = written.join('').replaceAll(/\x1b(\[[\d;?]*[A-Za-z]|[78])/g, '');
    expect(text.endsWith('\n')).toBe(true);
    if (columns >= 80) expect(text.match(/\n/g)).toHaveLength(1);
    if (columns >= 40) expect(text).toMatch(/loss: 0\.1000( - |\n)val_loss: 0\.2000\n$/);
    for (const line of written.filter((chunk) => chunk.startsWith('Epoch'))) {
      expect(line.length).toBeLessThan(columns);
    }
    if (columns >= 80) {
      expect(written.findLast((chunk) => chunk.startsWith('Epoch'))).toMatch(
        /^Epoch 1\/2 █+ 10\/10 - [\d.]+s - .*loss: 0\.1000 - val_loss: 0\.2000$/,
      );
    }
  });

  test('that is abandoned leaves the line and sets no modes', async () => {
    const { stream, written } = terminal(80);
    const bar = await barProgress('Epoch 1/2', 10, 32, stream);
    bar.update(3, { loss: 1 });
    bar.abandon();
    bar.abandon();
    expect(written.join('').endsWith('\n')).toBe(true);
    expect(written.join('')).not.toContain('\x1b[?');
  });
});

const program = `
  import { layers, sequential } from 'inkgrad';
  const model = sequential({ seed: 1, layers: [layers.dense({ units: 1, inputShape: [1] })] });
  model.compile({ optimizer: 'adam', loss: 'mse' });
  const x = [1, 2, 3, 4];
  await model.fit(x, x, { epochs: 2, batchSize: 2, validationSplit: 0.5, verbose: VERBOSE });
  await model.evaluate(x, x, { verbose: VERBOSE });
`;

describe('without a terminal', () => {
  const run = async (verbose: string) => {
    const script = program.replaceAll('VERBOSE', verbose);
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      cwd: new URL('../..', import.meta.url),
    });
    return stdout.split('\n').slice(0, -1);
  };

  test.each(["'auto'", '1', '2'])('a line an epoch with verbose %s', async (verbose) => {
    const epoch = (n: number) =>
      expect.stringMatching(
        new RegExp(`^Epoch ${n}/2 - 1/1 - [\\d.]+s - [\\d,]+ samples/s - loss: [\\d.]+ - val_loss: [\\d.]+$`),
      );
    expect(await run(verbose)).toEqual([
      epoch(1),
      epoch(2),
      expect.stringMatching(/^Evaluate - 1\/1 - [\d.]+s - [\d,]+ samples\/s - loss: [\d.]+$/),
    ]);
  });

  test('nothing with verbose 0', async () => {
    expect(await run('0')).toEqual([]);
  });
});
