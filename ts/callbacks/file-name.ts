/** Names of files in which figures stand, in the manner of Python: `{epoch:02d}-{val_loss:.2f}`. */

import { OptionError } from '../errors.ts';
import { quoted } from '../options.ts';

const placeholder = /\{([^{}:]*)(?::([^{}]*))?\}/g;
const format = /^(0?)(\d{0,3})(?:\.(\d{1,2}))?([dfe%]?)$/;

/**
 * A function that fills in the placeholders of a name.
 * @throws OptionError for a placeholder that is none; the function throws it for a figure that there is not
 */
export function fileNameOf(argument: string, pattern: string): (figures: Readonly<Record<string, number>>) => string {
  const rest = pattern.replaceAll(placeholder, (whole, _name, spec = '') => {
    if (format.test(spec)) return '';
    throw new OptionError(argument, "placeholders such as '{epoch:02d}', '{val_loss:.4f}' or '{loss}'", `'${whole}'`);
  });
  if (/[{}]/.test(rest)) throw new OptionError(argument, 'a brace for each brace', `'${pattern}'`);
  return (figures) =>
    pattern.replaceAll(placeholder, (whole, name, spec = '') => {
      const value = figures[name];
      if (value === undefined) {
        throw new OptionError(argument, `placeholders of ${quoted(Object.keys(figures))}`, `'${whole}'`);
      }
      return formatNumber(value, spec);
    });
}

/** As Python's `format(value, spec)` for the specifications that `format` knows. */
function formatNumber(value: number, spec: string): string {
  const [, zero = '', width = '', decimals, kind = ''] = format.exec(spec) as RegExpExecArray;
  const digits = Number(decimals ?? 6);
  const text = {
    '': () => (decimals === undefined ? String(value) : String(Number(value.toPrecision(Math.max(1, digits))))),
    d: () => value.toFixed(0),
    f: () => value.toFixed(digits),
    e: () => value.toExponential(digits).replace(/e([+-])(\d)$/, 'e$10$2'),
    '%': () => `${(100 * value).toFixed(digits)}%`,
  }[kind as '' | 'd' | 'f' | 'e' | '%']();
  const sign = text.startsWith('-') ? '-' : '';
  return zero
    ? sign + text.slice(sign.length).padStart(Number(width) - sign.length, '0')
    : text.padStart(Number(width));
}
