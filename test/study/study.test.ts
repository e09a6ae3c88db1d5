import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileError, FormatError, ImageTensor, layers, loadMnist, OptionError, sequential } from 'inkgrad';
import { type StudyOptions, type StudyResult, study, type TrainedRun, writeStudyPage } from 'inkgrad/study';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inkgrad, inkgradJson } from '../cli/program.ts';
import { temporaryFolder } from '../start/program.ts';

/** Of few digits, and so done in a moment. */
const plan = {
  rows: 600,
  settings: [
    { name: 'plain', epochs: 2 },
    { name: '<script>alert(1)</script>', recipe: 'best', epochs: 2 },
  ],
  seeds: 3,
  cores: 2,
} satisfies Partial<StudyOptions>;

const linesOf = (folder: string, file = 'runs.jsonl'): string[] =>
  readFileSync(join(folder, file), 'utf8').split('\n').slice(0, -1);

/** What follows from the plan alone. */
function resultsIn(folder: string): { id: string; weightsSha256: string }[] {
  const runs = linesOf(folder).map((line) => ({ ...JSON.parse(line), seconds: 0 }));
  return runs.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Images of 28 x 28 pixels, moved pixel by pixel. */
function shifted(bytes: Uint8Array, right: number, down: number): Uint8Array {
  return bytes.map((_, i) => {
    const [column, line] = [(i % 28) - right, (Math.floor(i / 28) % 28) - down];
    const isInside = column >= 0 && column < 28 && line >= 0 && line < 28;
    return isInside ? (bytes[i - 28 * down - right] as number) : 0;
  });
}

let folder: string;
let result: StudyResult;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'inkgrad-study-'));
  result = await study({ ...plan, folder });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a study', () => {
  test('chooses a setting on validation digits, and judges it by the test digits', () => {
    const { settings, chosen, runs, test: scores, testReadings, comparisons } = result;
    expect(runs.map(({ id }) => id).sort()).toEqual(
      [...['learn-1-2', 'learn-2-2', `all-${(chosen as number) + 1}-2`]]
        .flatMap((id) => [1, 2, 3].map((seed) => `${id}-${seed}`))
        .sort(),
    );
    const means = settings.map(({ validation }) => validation?.accuracy.mean as number);
    expect(means[chosen as number]).toBe(Math.max(...means));
    expect(settings.map(({ test }) => test?.accuracy.count)).toEqual(
      settings.map((_, i) => (i === chosen ? 3 : undefined)),
    );
    expect([...scores.keys()].every((id) => id.startsWith('all-'))).toBe(true);
    expect(testReadings).toBe(1);
    expect(comparisons).toEqual([
      expect.objectContaining({ on: 'validation', first: chosen, mcNemar: expect.any(Array) }),
    ]);
  });

  test('trains as the model itself does', async () => {
    const { train, test: held } = await loadMnist();
    const run = result.runs.find(({ id }) => id.startsWith('all-') && id.endsWith('-2-2')) as TrainedRun;
    expect(result.chosen).toBe(0);
    await using model = sequential({
      seed: 2,
      layers: [
        layers.dense({ units: 128, activation: 'relu', inputShape: [784] }),
        layers.dense({ units: 64, activation: 'relu' }),
        layers.dense({ units: 10, activation: 'softmax' }),
      ],
    });
    model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
    const { history } = await model.fit(train.x.slice(0, 600), train.y.slice(0, 600), { epochs: 2, verbose: 0 });
    expect(await model.weightsHash()).toBe(run.weightsSha256);
    expect(run.history).toEqual({ loss: history.loss, accuracy: history.accuracy });
    const { accuracy, loss } = await model.evaluate(held.x, held.y);
    const scores = result.test.get(run.id);
    expect(scores?.accuracy).toBeCloseTo(accuracy as number, 12);
    expect(scores?.loss).toBeCloseTo(loss, 12);
    const askew = [-2, 2].flatMap((right) => [-2, 2].map((down) => shifted(held.x.bytes, right, down)));
    let sum = 0;
    for (const bytes of askew) {
      sum += (await model.evaluate(new ImageTensor(bytes, held.x.shape), held.y)).accuracy as number;
    }
    expect(scores?.shiftedAccuracy).toBeCloseTo(sum / 4, 12);
    expect(scores?.mistakes.rows.length).toBe(Math.round(10_000 * (1 - (accuracy as number))));
  });

  test('does nothing twice', async () => {
    const [runs, readings] = [linesOf(folder), linesOf(folder, 'test.jsonl')];
    const told: string[] = [];
    const again = await study({ ...plan, cores: 1, folder, onProgress: ({ run }) => told.push(run.id) });
    expect(told).toEqual([]);
    expect(linesOf(folder)).toEqual(runs);
    expect(linesOf(folder, 'test.jsonl')).toEqual(readings);
    expect(again.testReadings).toBe(1);
    expect(again.settings).toEqual(result.settings);
  });

  test.each([
    ['settings', { settings: [{ name: 'plain', epochs: 3 }] }],
    ['seeds', { seeds: 4 }],
    ['choice', { splitSeed: 2 }],
    ['rows', { rows: 601 }],
  ])('takes no folder of another one: %s', async (part, other) => {
    const begun = study({ ...plan, ...other, folder });
    await expect(begun).rejects.toThrow(FileError);
    await expect(begun).rejects.toThrow(`holds another study (its ${part}`);
  });

  test('takes no folder of other files', async () => {
    const other = temporaryFolder();
    writeFileSync(join(other, 'thesis.txt'), 'work of years');
    await expect(study({ ...plan, folder: other })).rejects.toThrow(/holds files \(thesis.txt\) but no study/);
  });

  test('has a page that says how often the test set was read, and in which no text is code', async () => {
    const html = readFileSync(await writeStudyPage(result), 'utf8');
    expect(html).toContain('<dt>Test set read</dt><dd>once');
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    for (const name of ['validation', 'test', 'loss', 'hardest']) {
      expect(html).toContain(`<figure id="figure-${name}" class=`);
      expect(readFileSync(join(folder, 'figures', `${name}.svg`), 'utf8')).toMatch(/^<svg /);
      expect(
        readFileSync(join(folder, 'figures', `${name}.png`))
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
    }
  });
});

describe('a study that was stopped', () => {
  test('goes on to the same bits, and reads the test set when all is done', async () => {
    const stopped = temporaryFolder();
    const controller = new AbortController();
    const begun = study({
      ...plan,
      folder: stopped,
      signal: controller.signal,
      onProgress: ({ done }) => done === 3 && controller.abort(),
    });
    await expect(begun).rejects.toThrow(/aborted/);
    const before = linesOf(stopped);
    expect(before.length).toBeGreaterThanOrEqual(3);
    expect(before.length).toBeLessThan(9);
    expect(existsSync(join(stopped, 'test.jsonl'))).toBe(false);
    // As a process leaves it that is killed while it writes.
    appendFileSync(join(stopped, 'runs.jsonl'), before[0]?.slice(0, 40) as string);
    const { testReadings } = await study({ ...plan, folder: stopped });
    expect(linesOf(stopped).slice(0, before.length)).toEqual(before);
    expect(resultsIn(stopped)).toEqual(resultsIn(folder));
    expect(linesOf(stopped, 'test.jsonl').slice(1).sort()).toEqual(linesOf(folder, 'test.jsonl').slice(1).sort());
    expect(testReadings).toBe(1);
  });

  test('goes on within a run, by Ctrl-C and the same command', async () => {
    const args = ['study', 'multiclass', '--rows', '3000', '--setting', 'epochs=400', '--seeds', '1'];
    const [whole, begun] = [temporaryFolder(), temporaryFolder()];
    let stopped = '';
    // Later and later, since a machine that is busy takes a while to begin a run; so long that none ends it before.
    for (let wait = 700; !existsSync(join(stopped, '.checkpoints', 'all-1-400-1')); wait *= 2) {
      stopped = join(begun, String(wait));
      const running = inkgrad(...args, '--output', stopped);
      while (!existsSync(join(stopped, 'study.json'))) await new Promise((resolve) => setTimeout(resolve, 10));
      await new Promise((resolve) => setTimeout(resolve, wait));
      running.child.kill('SIGINT');
      const { code, stdout } = await running.ended;
      expect(code).toBe(130);
      expect(stdout).toContain('The same command goes on');
    }
    const same = { rows: 3000, settings: { epochs: 400 }, seeds: 1 };
    await Promise.all([stopped, whole].map((folder) => study({ ...same, folder })));
    expect(resultsIn(stopped)).toEqual(resultsIn(whole));
    expect(existsSync(join(stopped, '.checkpoints'))).toBe(false);
  });

  test('counts a reading of the test set that was broken off', async () => {
    const stopped = temporaryFolder();
    await study({ ...plan, settings: { epochs: 1 }, seeds: 2, folder: stopped });
    const [first, ...scores] = linesOf(stopped, 'test.jsonl');
    writeFileSync(join(stopped, 'test.jsonl'), `${first}\n${scores[0]}\n`);
    const again = await study({ ...plan, settings: { epochs: 1 }, seeds: 2, folder: stopped });
    expect(again.testReadings).toBe(2);
    expect(linesOf(stopped, 'test.jsonl').length).toBe(4);
    expect(readFileSync(await writeStudyPage(again), 'utf8')).toContain('<dt>Test set read</dt><dd>2 times');
  });
});

test('a file that was changed is told by its line', async () => {
  const changed = temporaryFolder();
  const small = { ...plan, settings: { epochs: 1 }, seeds: 1, folder: changed };
  await study(small);
  writeFileSync(join(changed, 'runs.jsonl'), '{"id":"all-1-1-1","setting":0}\n');
  await expect(study(small)).rejects.toThrow(FormatError);
  await expect(study(small)).rejects.toThrow(/runs.jsonl, line 1: epochs: expected a whole number/);
});

test('a setting whose loss becomes infinite is not chosen', async () => {
  const settings = [{ name: 'wild', optimizer: 'sgd', learningRate: 1e30, epochs: 1 }, { epochs: 1 }] as const;
  const wild = await study({ ...plan, settings, seeds: 2, folder: temporaryFolder() });
  expect(wild.chosen).toBe(1);
  expect(wild.settings[0]).toMatchObject({ failed: 2 });
  expect(wild.settings[0]?.validation).toBeUndefined();
});

test('a search draws the same settings for the same seed, and halves them', async () => {
  const search = {
    ...plan,
    settings: { epochs: 3 },
    random: {
      trials: 9,
      ranges: { learningRate: { from: 1e-4, to: 1e-2, scale: 'log' }, batchSize: [16, 32] },
      seed: 5,
    },
    halving: { factor: 3 },
    final: 'none',
  } as const;
  const one = await study({ ...search, folder: temporaryFolder() });
  const rates = one.definition.settings.map(({ learningRate }) => learningRate as number);
  expect(new Set(rates).size).toBe(9);
  expect(rates.every((rate) => rate >= 1e-4 && rate <= 1e-2 && rate === Number(rate.toPrecision(3)))).toBe(true);
  // 9 settings, then 3, then 1; of 3 epochs the first two rungs train one, and so the second finds its runs done.
  expect(one.runs.filter(({ epochs }) => epochs === 1)).toHaveLength(9);
  expect(one.runs.filter(({ epochs }) => epochs === 3).map(({ setting }) => setting)).toEqual([one.chosen]);
  expect(one.testReadings).toBe(0);
  const two = await study({ ...search, folder: temporaryFolder() });
  expect(two.definition).toEqual(one.definition);
  expect(two.chosen).toBe(one.chosen);
});

test('the binary task is validated on the zeros and ones that it leaves aside', async () => {
  const binary = await study({ task: 'binary', settings: { epochs: 2 }, seeds: 2, folder: temporaryFolder() });
  expect(binary.runs).toHaveLength(2);
  expect(binary.settings[0]?.validation?.accuracy.count).toBe(2);
  const [run] = binary.runs as TrainedRun[];
  const { accuracy, mistakes } = (run as TrainedRun).validation as NonNullable<TrainedRun['validation']>;
  expect(accuracy).toBe((11_665 - mistakes.rows.length) / 11_665);
  expect(binary.settings[0]?.test?.accuracy.count).toBe(2);
});

test('a plan is checked before anything is made', async () => {
  const folder = join(temporaryFolder(), 'new');
  const expectRefused = async (options: object, message: RegExp) => {
    const begun = study({ folder, ...options } as StudyOptions);
    await expect(begun).rejects.toThrow(OptionError);
    await expect(begun).rejects.toThrow(message);
  };
  await expectRefused({ seedz: 3 }, /study\.seedz: .* 'seedz'/);
  await expectRefused({ settings: { epoch: 3 } }, /did you mean 'epochs'\?/);
  await expectRefused({ settings: [{}, {}] }, /settings that differ, got 'plain' twice/);
  await expectRefused({ seeds: [1, 1] }, /each seed once/);
  await expectRefused({ validation: 1 }, /validation: expected a number from 0 to less than 1/);
  await expectRefused({ halving: true }, /nothing to choose/);
  await expectRefused({ final: 'chosen' }, /since there is one setting/);
  await expectRefused({ random: { trials: 2, ranges: {} } }, /at least one option to draw/);
  expect(existsSync(folder)).toBe(false);
});

describe('the command', () => {
  test('takes a plan from a file, and settings in words', async () => {
    const place = temporaryFolder();
    const file = join(place, 'plan.json');
    writeFileSync(file, JSON.stringify({ task: 'multiclass', rows: 600, settings: [{ epochs: 1 }] }));
    const { json, code } = await inkgradJson<{
      settings: StudyResult['settings'];
      testReadings: number;
      report: string;
    }>(
      ...['study', file, '--seeds', '4,5', '--output', join(place, 'a')],
      ...['--setting', 'epochs=1,learning-rate=0.01', '--setting', 'name=wide,layers=64-32,epochs=1', '--final', 'all'],
    );
    expect(code).toBe(0);
    expect(json.settings.map(({ setting }) => setting)).toEqual([
      { name: 'plain, epochs 1, learning rate 0.01', recipe: 'plain', epochs: 1, learningRate: 0.01 },
      { name: 'wide', recipe: 'plain', epochs: 1, hiddenUnits: [64, 32] },
    ]);
    expect(json.settings.map(({ test }) => test?.accuracy.count)).toEqual([2, 2]);
    expect(json.testReadings).toBe(1);
    expect(readFileSync(json.report, 'utf8')).toContain('npx inkgrad study');
  });

  test.each([
    [['--setting', 'epoch=3'], /did you mean 'epochs'/],
    [['--setting', 'epochs'], /an option and its value/],
    [['--range', 'name=a|b'], /an option to draw/],
    [['--validation', '1'], /from 0 to less than 1/],
    [['--halving', '1'], /from 2 to 1000/],
  ])('refuses %j', async (options, message) => {
    const { code, stderr } = await inkgrad('study', 'multiclass', ...options).ended;
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
