/** Settings drawn by chance from ranges (Bergstra and Bengio, 2012), the same for the same seed. */

import { randomNumbers } from '../data/split.ts';
import { OptionError } from '../errors.ts';
import { checkInteger, checkName, checkNumber, checkObject, checkOptions, describe, isList } from '../options.ts';
import { checkSetting, optionsInWords, type Setting, type StudySetting, settingNames } from './settings.ts';

/** What an option is drawn from: a list, or all numbers between two, evenly or (for rates) evenly in their logarithm. */
export type Range =
  | readonly unknown[]
  | {
      /** The least. */
      readonly from: number;
      /** The most. */
      readonly to: number;
      /** Default: 'linear'. */
      readonly scale?: 'linear' | 'log';
      /** Whole numbers only. Default: false. */
      readonly whole?: boolean;
    };

/** Settings that are drawn at random. */
export interface RandomSearch {
  /** Settings that are drawn for each of those given. */
  readonly trials: number;
  /** By the names of a setting's options. */
  readonly ranges: Readonly<Partial<Record<Exclude<keyof StudySetting, 'name'>, Range>>>;
  /** Default: 1. */
  readonly seed?: number;
}

const drawable = settingNames.filter((name) => name !== 'name');

/**
 * @param bases what the drawn options are put into
 * @throws OptionError
 */
export function drawSettings(search: RandomSearch, bases: readonly StudySetting[]): Setting[] {
  checkOptions('random', search, ['trials', 'ranges', 'seed']);
  const trials = checkInteger('random.trials', search.trials, 1, 100_000);
  const ranges = Object.entries(checkObject('random.ranges', search.ranges));
  checkOptions('random.ranges', search.ranges, drawable);
  if (ranges.length === 0) throw new OptionError('random.ranges', 'at least one option to draw', 'none');
  const draws = ranges.map(([name, range]) => [name, drawer(`random.ranges.${name}`, range)] as const);
  const random = randomNumbers(checkInteger('random.seed', search.seed ?? 1, 0, Number.MAX_SAFE_INTEGER));
  return bases.flatMap((base, i) =>
    Array.from({ length: trials }, (_, trial) => {
      const drawn = Object.fromEntries(draws.map(([name, draw]) => [name, draw(random)]));
      const name = [...(bases.length > 1 ? [base.name ?? `${i + 1}`] : []), ...optionsInWords(drawn)].join(', ');
      return checkSetting(`random trial ${trial + 1} of settings[${i}]`, { ...base, ...drawn, name } as StudySetting);
    }),
  );
}

function drawer(argument: string, range: Range): (random: () => number) => unknown {
  if (isList(range)) {
    if (range.length === 0) throw new OptionError(argument, 'at least one value', 'none');
    return (random) => range[Math.floor(random() * range.length)];
  }
  if (typeof range !== 'object' || range === null) {
    throw new OptionError(argument, 'a list, or { from, to }', describe(range));
  }
  checkOptions(argument, range, ['from', 'to', 'scale', 'whole']);
  const { scale = 'linear', whole = false } = range;
  const log = checkName(`${argument}.scale`, scale, ['linear', 'log']) === 'log';
  const expected = log ? 'a number above 0' : 'a number';
  const from = checkNumber(`${argument}.from`, range.from, expected, (x) => Number.isFinite(x) && (!log || x > 0));
  const to = checkNumber(`${argument}.to`, range.to, `a number of at least ${from}`, (x) => x >= from && x < 1e300);
  return (random) => {
    const share = random();
    const drawn = log ? from * (to / from) ** share : from + (to - from) * share;
    // Few digits, so that they are the same on machines whose powers differ in the last bit, and can be read.
    return whole ? Math.round(drawn) : Number(drawn.toPrecision(3));
  };
}
