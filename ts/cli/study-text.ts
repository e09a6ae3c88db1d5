/** Settings and ranges of a study, as they are written on the command line. */

import { type AugmentOptions, augmentation } from '../augment/options.ts';
import { OptionError } from '../errors.ts';
import { checkName, checkObject } from '../options.ts';
import type { Range } from '../study/random.ts';
import { type StudySetting, settingNames } from '../study/settings.ts';

/** `recipe=best,epochs=10,learningRate=0.004`, `hiddenUnits=256-128`, `augment=true`; `layers`, `batch` as in `train`. */
export function parseSetting(text: string): StudySetting {
  const entries = text.split(',').map((part) => {
    const [name, value] = cut(part, '=');
    return [optionName(name), readValue(optionName(name), value)] as const;
  });
  return Object.fromEntries(entries) as StudySetting;
}

/** `learningRate=0.0005..0.02:log`, `epochs=5..20:whole`, `batchSize=32|64|128`. */
export function parseRange(text: string): readonly [name: string, range: Range] {
  const [given, value] = cut(text, '=');
  const name = optionName(given);
  if (name === 'name') throw new OptionError('', 'an option to draw', `'${text}'`);
  const ends = /^(.+?)\.\.(.+?)(?::(log|whole))?$/.exec(value);
  if (!ends) return [name, value.split('|').map((one) => readValue(name, one))];
  const [, from, to, how] = ends;
  return [
    name,
    {
      from: Number(from),
      to: Number(to),
      ...(how === 'log' && { scale: 'log' }),
      ...(how === 'whole' && { whole: true }),
    },
  ];
}

/** `shift=2,rotate=12,elastic=14:4`, with alpha and sigma of the elastic distortion. */
export function parseAmounts(text: string): AugmentOptions {
  const entries = text.split(',').map((part) => {
    const [name, value] = cut(part, '=');
    if (name !== 'elastic') return [name, Number(value)] as const;
    const [alpha, sigma] = cut(value, ':').map(Number);
    return [name, { alpha, sigma }] as const;
  });
  return augmentation(Object.fromEntries(entries));
}

/** `20`, or the seeds themselves: `3,5,8`. */
export function parseSeeds(text: string): number | number[] {
  return text.includes(',') ? text.split(',').map(Number) : Number(text);
}

function cut(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  if (at <= 0 || at === text.length - 1)
    throw new OptionError('', `an option and its value, as epochs${mark}10`, `'${text}'`);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

const short: Readonly<Record<string, keyof StudySetting>> = { batch: 'batchSize', layers: 'hiddenUnits' };

function optionName(name: string): keyof StudySetting {
  const camel = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.hasOwn(short, camel) ? (short[camel] as keyof StudySetting) : checkName('', camel, settingNames);
}

function readValue(name: keyof StudySetting, text: string): unknown {
  if (name === 'hiddenUnits') return text === 'none' ? [] : text.split('-').map(Number);
  if (name === 'name') return text;
  if (text === 'true' || text === 'false') return text === 'true';
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
}

/** The plan in a JSON file. */
export function checkPlanFile(content: unknown): Record<string, unknown> {
  return checkObject('plan', content) as Record<string, unknown>;
}
