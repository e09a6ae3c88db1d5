import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { OptionError } from '../../ts/errors.ts';
import { type LayerDescription, layerRoom, layers } from '../../ts/layers.ts';
import { type Sequential, sequential } from '../../ts/model.ts';
import { optimizerRoom } from '../../ts/optimizers.ts';

interface Case {
  readonly name: string;
  readonly inputShape: readonly number[];
  /** Keras's options, in its spelling. */
  readonly layers: readonly (readonly [type: string, options: object])[];
  readonly lineLength: number;
  readonly text: string;
}

interface Compiled {
  readonly optimizer: string;
  readonly options: object;
  /** The last lines. */
  readonly totals: readonly string[];
}

const { cases, compiled } = JSON.parse(readFileSync(new URL('summaries.json', import.meta.url), 'utf8')) as {
  readonly cases: readonly Case[];
  readonly compiled: readonly Compiled[];
};

/** Keras's names of classes, as it makes names of layers from them. */
const types: Readonly<Record<string, string>> = { leaky_re_lu: 'leakyReLU', p_re_lu: 'prelu' };

function build({ name, inputShape, layers: described }: Case): Sequential {
  const model = sequential([layers.input(inputShape)], { name });
  for (const [type, options] of described) {
    model.add(layerRoom.read('layer', { type: types[type] ?? type, ...options }) as LayerDescription);
  }
  return model;
}

function summaryOf(model: Sequential, lineLength?: number): string {
  const printed: string[] = [];
  model.summary({ print: (text) => printed.push(text), ...(lineLength !== undefined && { lineLength }) });
  expect(printed).toHaveLength(1);
  return printed[0] as string;
}

describe("the summary is Keras's, character for character", () => {
  test.each(cases)('$name in $lineLength columns', (golden) => {
    expect(summaryOf(build(golden), golden.lineLength)).toBe(golden.text.trimEnd());
  });

  test('76 columns unless told otherwise', () => {
    const golden = cases.find(({ lineLength }) => lineLength === 76) as Case;
    expect(summaryOf(build(golden))).toBe(golden.text.trimEnd());
  });

  test.each(compiled)('compiled with $optimizer $options', ({ optimizer, options, totals }) => {
    const model = build(cases.at(-1) as Case);
    model.compile({ optimizer: optimizerRoom.read('optimizer', { type: optimizer, ...options }), loss: 'mse' });
    expect(summaryOf(model).split('\n').slice(-4)).toEqual(totals);
  });
});

test.each([
  [10, 10, '110 (440.00 B)'],
  [15, 16, '256 (1.00 KB)'],
  [1000, 1000, '1,001,000 (3.82 MB)'],
  [16_383, 16_384, '268,435,456 (1.00 GB)'],
])('sizes in units of 1024 bytes, up to gigabytes: %s x %s', (inputs, units, size) => {
  const lines = summaryOf(sequential([layers.dense(units, { inputShape: [inputs] })])).split('\n');
  expect(lines.at(-3)).toBe(` Total params: ${size}`);
});

test('counts parameters', () => {
  expect(cases.map((golden) => build(golden).countParams())).toEqual(
    cases.map(({ text }) => Number(/Total params: ([\d,]+)/.exec(text)?.[1]?.replaceAll(',', ''))),
  );
});

test('refuses a line too short for the columns, and options it does not know', () => {
  const model = build(cases[0] as Case);
  expect(() => model.summary({ lineLength: 19 })).toThrow(OptionError);
  expect(() => model.summary({ lineLength: 60.5 })).toThrow(OptionError);
  expect(() => model.summary({ printFn: () => {} } as object)).toThrow("did you mean 'print'?");
  expect(() => model.summary({ print: 'text' } as object)).toThrow(OptionError);
});
