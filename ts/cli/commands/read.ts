import { loadNetwork } from '../../digits/network.ts';
import { readPicture } from '../../digits/read.ts';
import type { DigitsFound, FoundDigit } from '../../digits/types.ts';
import { InkgradError, OptionError } from '../../errors.ts';
import { nodeFiles } from '../../node/files.ts';
import { decodePicture, readPictureFile } from '../../pictures/node.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Output } from '../output.ts';
import type { Outcome } from './outcome.ts';

export interface ReadCommandOptions {
  /** Where to draw what was found. */
  readonly boxes?: string | undefined;
}

interface Reading {
  readonly file: string;
  readonly text: string;
  readonly digits: readonly Omit<FoundDigit, 'image'>[];
}

/** A picture that could not be read. */
interface Failure {
  readonly file: string;
  readonly error: { readonly name: string; readonly message: string };
}

/** `inkgrad read PICTURE...`: by the package's own network; a picture that cannot be read is told, and the others go on. */
export async function read(files: readonly string[], { boxes }: ReadCommandOptions, out: Output): Promise<Outcome> {
  if (boxes !== undefined && files.length > 1) throw new OptionError('--boxes', 'one picture', `${files.length}`);
  const network = await loadNetwork();
  const results: (Reading | Failure)[] = [];
  for (const file of files) {
    try {
      const picture = await decodePicture(await readPictureFile(file), file);
      const found = readPicture(picture, network);
      results.push({ file, text: found.text, digits: found.digits.map(({ image, ...digit }) => digit) });
      if (found.digits.length === 0) out.warn(`${file}: no digit found`);
      else out.say(files.length > 1 ? `${file}: ${told(found)}` : told(found));
      if (boxes !== undefined) {
        const { drawBoxes } = await import('./boxes.ts');
        await nodeFiles.write(boxes, drawBoxes(picture, found.digits));
      }
    } catch (error) {
      if (!(error instanceof InkgradError)) throw error;
      results.push({ file, error: { name: error.name, message: error.message } });
      out.warn(error.message);
    }
  }
  const texts = results.map((result) => ('text' in result && result.text !== '' ? result.text : '?'));
  return {
    json: { pictures: results },
    brief: texts.join('\n'),
    code: texts.includes('?') ? exitCodes.failed : exitCodes.done,
  };
}

/** The text, and which of its digits somebody should look at. */
function told({ text, digits }: DigitsFound): string {
  const unsure = digits.flatMap(({ unsure, digit, probability }, i) => {
    return unsure ? [`${ordinal(i + 1)}: ${digit}, ${Math.round(100 * probability)} %`] : [];
  });
  return unsure.length === 0 ? text : `${text} (unsure: ${unsure.join('; ')})`;
}

function ordinal(place: number): string {
  const ending = { 1: 'st', 2: 'nd', 3: 'rd' }[place % 10] ?? 'th';
  return `${place}${place % 100 >= 11 && place % 100 <= 13 ? 'th' : ending} digit`;
}
