import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  classificationReport,
  confusionMatrix,
  loadBinaryDigits,
  loadMnist,
  loadModel,
  type TrainTestSplit,
  version,
} from 'inkgrad';
import { describe, expect, test } from 'vitest';
import { allFiles, inTerminal, program, readRun, start, temporaryFolder } from './program.ts';

const filesOfStopped = ['config.json', 'history.json', 'model.safetensors'];
/** More epochs than any test waits for. */
const endless = ['--epochs', '1000000'];
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controlCharacters = /[\x00-\x09\x0b-\x1f\x7f-\x9f]/;

describe('both tasks', () => {
  test('end with run folders whose files agree, telling so in plain lines', async () => {
    const output = temporaryFolder();
    const { code, stdout, stderr } = await start('--epochs', '2', '--seed', '7', '--output', output).ended;
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).not.toMatch(controlCharacters);
    const epochLines = stdout.split('\n').filter((line) => line.startsWith('Epoch '));
    expect(epochLines.map((line) => line.split(' - ').slice(0, 2).join(' '))).toEqual([
      'Epoch 1/2 32/32',
      'Epoch 2/2 32/32',
      'Epoch 1/2 1875/1875',
      'Epoch 2/2 1875/1875',
    ]);
    expect(stdout).toContain('Model: "binary_nn_model"');
    expect(stdout).toContain('Model: "multiclass_nn_model"');
    expect(stdout).toMatch(/^loading \d+\.\d s, training \d+\.\d s, total \d+\.\d s; at most \d+ MB of memory$/m);

    for (const task of ['binary', 'multiclass']) {
      const page = join(output, task, 'report.html');
      expect(stdout).toContain(`Report: ${page}\n`);
      expect(stdout).toContain(`  ${pathToFileURL(page)}\n`);
      expect(readFileSync(page, 'utf8')).toContain(readRun(join(output, task)).history.weightsSha256);
    }
    await expectRun(output, 'binary', await loadBinaryDigits(), stdout);
    await expectRun(output, 'multiclass', await loadMnist(), stdout);
  });

  /** The files of a run say the same of the same model, and the model itself agrees. */
  async function expectRun(output: string, task: string, { train, test }: TrainTestSplit, stdout: string) {
    const { files, model: modelFile, config, history, metrics, report } = readRun(join(output, task));
    expect(files).toEqual(allFiles);
    await using model = await loadModel(modelFile);
    const rows = test.y.length;

    expect(config).toMatchObject({
      task,
      model: { name: model.name, parameters: model.countParams(), layers: model.layers.map(({ spec }) => spec) },
      training: { optimizer: { name: 'adam', learningRate: 0.001, epsilon: 1e-7 }, epochs: 2, batchSize: 32 },
      seed: 7,
      data: {
        train: { rows: train.y.length, columns: train.x.shape[1] },
        test: { rows, columns: test.x.shape[1] },
      },
      versions: { inkgrad: version, node: process.versions.node },
    });
    expect(config.engine.threads).toBeGreaterThanOrEqual(1);

    expect(history.completed).toBe(true);
    expect(history.weightsSha256).toBe(await model.weightsHash());
    expect(history.epoch).toEqual([0, 1]);
    for (const column of ['loss', 'accuracy', 'val_loss', 'val_accuracy', 'seconds', 'samplesPerSecond'] as const) {
      expect(history[column].filter((value) => Number.isFinite(value) && value > 0)).toHaveLength(2);
    }
    history.seconds.forEach((seconds, epoch) => {
      expect((history.samplesPerSecond[epoch] as number) * seconds).toBeCloseTo(train.y.length, 6);
    });
    expect(history.totalSeconds).toBeGreaterThanOrEqual(history.seconds.reduce((sum, seconds) => sum + seconds));

    const { loss, accuracy } = await model.evaluate(test.x, test.y);
    expect(metrics.loss).toBe(loss);
    expect(metrics.loss).toBe(history.val_loss[1]);
    expect(metrics.accuracy).toBe(accuracy);
    expect(metrics.accuracy).toBe(history.val_accuracy[1]);

    const { counts, classes } = metrics.confusionMatrix;
    const predictions = await model.predict(test.x);
    expect({ counts, classes }).toEqual(confusionMatrix(test.y, predictions));
    expect(counts.flat().reduce((sum, count) => sum + count)).toBe(rows);
    expect(classes.reduce((sum, _, i) => sum + (counts[i]?.[i] ?? 0), 0) / rows).toBe(metrics.accuracy);
    expect(metrics.perClass.map(({ support }) => support)).toEqual(
      counts.map((row) => row.reduce((sum, count) => sum + count)),
    );
    for (const { label, prediction, count } of metrics.mostConfused) {
      expect(label).not.toBe(prediction);
      expect(count).toBe(counts[label]?.[prediction]);
    }

    expect(stdout).toContain(report);
    expect(report).toContain(String(classificationReport(test.y, predictions, { digits: 4 })));
    for (const [i, row] of counts.entries()) {
      expect(report).toMatch(new RegExp(`^│ ${[i, ...row].join(' +│ +')} │$`, 'm'));
    }
  }
});

test('the same seed gives the same model, another seed another', async () => {
  const train = async (seed: string) => {
    const output = temporaryFolder();
    await start('--only', 'binary', '--epochs', '1', '--seed', seed, '--output', output).ended;
    return readRun(join(output, 'binary')).history.weightsSha256;
  };
  expect(await train('1')).toBe(await train('1'));
  expect(await train('2')).not.toBe(await train('1'));
});

describe('wrong options', () => {
  test.each([
    [['--epoch', '3'], "unknown option '--epoch'\n(Did you mean --epochs?)"],
    [['--epochs', 'ten'], "argument 'ten' is invalid. Expected a whole number of at least 1, got 'ten'"],
    [['--epochs', '0'], 'Expected a whole number of at least 1, got 0'],
    [['--epochs'], "option '-e, --epochs <number>' argument missing"],
    [['--epochs', '2.5'], 'Expected a whole number of at least 1, got 2.5'],
    [['--seed', '9007199254740993'], 'Expected a whole number of at least 0, got 9007199254740992'],
    [['--only', 'binry'], "Expected 'binary' or 'multiclass', got 'binry'; did you mean 'binary'?"],
    [['--output', ''], 'Expected a text that is not empty'],
    [['multiclass'], 'too many arguments'],
  ])('%j end with code 2, a message and the options there are', async (args, message) => {
    const { code, stdout, stderr } = await start(...args).ended;
    expect(stderr).toContain(message);
    expect(stderr).toContain('--only <task>');
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('--help is not one of them', async () => {
    const { code, stdout, stderr } = await start('--help').ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('--only <task>');
  });
});

test('a place that cannot be written to is told before training', async () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  const { code, stdout, stderr } = await start('--output', file).ended;
  expect(stderr).toContain(`${join(file, 'binary')}: cannot be written to`);
  expect(stdout).not.toContain('Epoch');
  expect(code).toBe(1);
});

describe('Ctrl-C', () => {
  test('keeps the model so far, and no scores of an earlier one', async () => {
    const output = temporaryFolder();
    const folder = join(output, 'multiclass');
    const args = ['--only', 'multiclass', '--output', output];
    await start(...args, '--epochs', '1').ended;
    const earlier = readRun(folder);
    expect(earlier.files).toEqual(allFiles);

    const running = start(...args, ...endless);
    await running.wrote(/Epoch 1\/.*\n/);
    running.child.kill('SIGINT');
    const { code, stdout, stderr } = await running.ended;
    expect(stderr).toBe('');
    expect(code).toBe(130);
    expect(stdout).not.toMatch(controlCharacters);

    const { files, config, history, model: modelFile } = readRun(folder);
    expect(files).toEqual(filesOfStopped);
    expect(stdout).toContain(`Stopped in epoch ${history.epoch.length + 1} of 1000000.\nThe model so far: ${folder}\n`);
    expect(history.completed).toBe(false);
    expect(history.epoch).toEqual(Array.from({ length: history.epoch.length }, (_, epoch) => epoch));
    expect(history.loss).toHaveLength(history.epoch.length);
    expect(history.samplesPerSecond).toHaveLength(history.epoch.length);
    expect(config.training.epochs).toBe(1000000);

    await using model = await loadModel(modelFile);
    expect(await model.weightsHash()).toBe(history.weightsSha256);
    expect(history.weightsSha256).not.toBe(earlier.history.weightsSha256);
    const { test } = await loadMnist();
    expect((await model.evaluate(test.x, test.y)).accuracy).toBeGreaterThan(0.9);
  });

  test('before training leaves no model behind', async () => {
    const output = temporaryFolder();
    const running = start('--output', output, ...endless);
    await running.wrote(/^inkgrad/);
    running.child.kill('SIGINT');
    const { code, stdout } = await running.ended;
    expect(code).toBe(130);
    // Training may have begun in the time that the signal took.
    if (stdout.includes('Epoch 1')) expect(stdout).toContain('Stopped in epoch 1 of 1000000.');
    else expect(stdout).toMatch(/Stopped before training began\.\n$/);
    expect(existsSync(join(output, 'binary/model.safetensors'))).toBe(stdout.includes('The model so far'));
  });
});

describe.skipIf(process.platform !== 'linux')('in a terminal', () => {
  test('a bar shows each epoch', async () => {
    const folder = temporaryFolder();
    const { code, stdout } = await inTerminal(`${process.execPath} ${program} --only multiclass --epochs 1`, folder)
      .ended;
    expect(code).toBe(0);
    const drawn = stdout.match(/Epoch 1\/1 [█░]+ [\w ./,:-]*/g) ?? [];
    expect(drawn.length).toBeGreaterThan(1);
    expect(Math.max(...drawn.map((bar) => bar.length))).toBeLessThan(100);
    expect(drawn.some((bar) => bar.includes('░') && bar.includes('ETA'))).toBe(true);
    expect(drawn.at(-1)).toMatch(/ █+ .*val_accuracy: 0\.\d{4}$/);
    expect(readRun(join(folder, 'runs/multiclass')).files).toEqual(allFiles);
  });

  test('Ctrl-C stops `npm start` and leaves the terminal as it was', async () => {
    const folder = temporaryFolder();
    const scripts = { start: `${JSON.stringify(process.execPath)} ${JSON.stringify(program)}` };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, scripts }));
    // bash gives way to the program, so that npm's signal reaches it as well as the terminal's; dash stays in between.
    const command = `npm start --script-shell=bash -- --only multiclass ${endless.join(' ')}`;
    const running = inTerminal(`trap : INT; stty -g; ${command}; code=$?; stty -g; exit $code`, folder);
    await running.wrote(/Epoch 2\/1000000 █/);
    running.child.stdin?.write('\x03');
    const { code, stdout } = await running.ended;
    expect(code).toBe(130);
    expect(stdout).toMatch(/\r\n\r\nStopped in epoch \d+ of 1000000\.\r\nThe model so far: runs\/multiclass\r\n/);
    expect(readRun(join(folder, 'runs/multiclass')).files).toEqual(filesOfStopped);

    const [before, after] = stdout.match(/[0-9a-f]+(:[0-9a-f]+){9,}/g) ?? [];
    expect(before).toBeDefined();
    expect(after).toBe(before);
    const last = (sequence: string) => stdout.lastIndexOf(sequence);
    expect(last('\x1b[?25l')).toBeLessThanOrEqual(last('\x1b[?25h')); // the cursor is shown
    expect(last('\x1b[?7l')).toBeLessThanOrEqual(last('\x1b[?7h')); // long lines wrap
  });
});
