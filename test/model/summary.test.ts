import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { OptionError } from '../../ts/errors.ts';
import { type DenseOptions, layers } from '../../ts/layers.ts';
import { sequential } from '../../ts/model.ts';

interface Case {
  readonly name: string;
  readonly inputs: number;
  readonly layers: readonly [name: string, units: number, activation: NonNullable<DenseOptions['activation']>][];
  readonly lineLength: number | null;
  readonly text: string;
}

const { cases } = JSON.parse(readFileSync(new URL('summaries.json', import.meta.url), 'utf8')) as { cases: Case[] };

function build({ name, inputs, layers: described }: Case) {
  return sequential({
    name,
    layers: described.map(([name, units, activation], index) =>
      layers.dense({ name, units, activation, ...(index === 0 && { inputShape: [inputs] }) }),
    ),
  });
}

describe("the summary is Keras's, character for character", () => {
  test.each(cases.filter(({ lineLength }) => lineLength !== null))('$name in $lineLength columns', (golden) => {
    const printed: string[] = [];
    build(golden).summary({ print: (text) => printed.push(text), lineLength: golden.lineLength as number });
    expect(printed).toEqual([golden.text.trimEnd()]);
  });

  test('76 columns unless told otherwise', () => {
    const golden = cases.find(({ lineLength }) => lineLength === 76) as Case;
    const printed: string[] = [];
    build(golden).summary({ print: (text) => printed.push(text) });
    expect(printed).toEqual([golden.text.trimEnd()]);
  });
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
