import { stat } from 'node:fs/promises';
import { cutMiddle } from '../../data/binary-digits.ts';
import { FormatError, InkgradError, OptionError } from '../../errors.ts';
import { refuseForeign } from '../../formats/foreign.ts';
import { formats } from '../../formats.ts';
import { openSource } from '../../load-model/source.ts';
import { loadModel } from '../../load-model.ts';
import type { Sequential } from '../../model.ts';
import { ImageTensor, type Tensor } from '../../tensor.ts';
import { exitCodes } from '../exit-codes.ts';
import { percent } from '../format.ts';
import type { Output } from '../output.ts';
import { modelFile } from '../read-run.ts';
import { sayWarnings } from '../say-warnings.ts';
import type { Outcome } from './outcome.ts';
import { read } from './read.ts';

/** What a model says of a picture. */
interface Prediction {
  readonly file: string;
  readonly digit: number;
  /** Of the digit. */
  readonly probability: number;
  /** Of each class. */
  readonly probabilities: readonly number[];
}

/** A picture that could not be used. */
interface Failure {
  readonly file: string;
  readonly error: { readonly name: string; readonly message: string };
}

/**
 * A run folder or, by its content, a model's file; with pictures behind it also what is not there, which is told as for
 * a model.
 * @throws FormatError for what is neither model nor picture, if there are pictures behind it
 */
async function isModel(path: string, withPictures: boolean): Promise<boolean> {
  const status = await stat(path).catch(() => undefined);
  if (!status?.isFile()) return status?.isDirectory() ?? withPictures;
  const { isPicture, isRawPicture } = await import('../../pictures/node.ts');
  const { bytes } = await openSource(path);
  if (isPicture(bytes) || isRawPicture(bytes, path)) return false;
  if (formats.some(({ detects }) => detects(bytes))) return true;
  if (!withPictures) return false;
  refuseForeign(bytes, path);
  throw new FormatError(path, 'a model file, a run folder or a picture', 'none');
}

/** Sizes of images that the tasks' networks take. */
const [whole, middle] = [784, 400];

const barLength = 30;

/**
 * `inkgrad predict [MODEL] PICTURE...`: a picture that cannot be used is told, and the others go on. Without a model
 * the package's own network reads them, as `inkgrad read` does.
 */
export async function predict(paths: readonly string[], out: Output): Promise<Outcome> {
  const [path = '', ...images] = paths;
  if (!(await isModel(path, images.length > 0))) return read(paths, {}, out);
  if (images.length === 0) throw new OptionError('image', 'a picture behind the model', 'none');
  sayWarnings(out);
  const file = await modelFile(path);
  await using model = await loadModel(file);
  checkInputs(model, file);
  const results: (Prediction | Failure)[] = [];
  for (const image of images) {
    try {
      const prediction = await predictOne(model, image, out);
      results.push(prediction);
      out.say(describePrediction(prediction));
    } catch (error) {
      if (!(error instanceof InkgradError)) throw error;
      results.push({ file: image, error: { name: error.name, message: error.message } });
      out.warn(error.message);
    }
  }
  const digits = results.map((result) => ('digit' in result ? String(result.digit) : '?'));
  return {
    json: { model: file, images: results },
    brief: digits.join('\n'),
    code: digits.includes('?') ? exitCodes.failed : exitCodes.done,
  };
}

async function predictOne(model: Sequential, file: string, out: Output): Promise<Prediction> {
  const image = toInputs(await readDigit(file, out), model);
  const { data } = await model.predict(image);
  const [first = 0] = data;
  return decide(file, data.length === 1 ? [1 - first, first] : Array.from(data));
}

/** The digit in a picture, as the network has learnt to see it. The decoders are loaded when the first picture is. */
async function readDigit(file: string, { warn }: Output): Promise<Uint8Array> {
  const { decodePicture, readPictureFile } = await import('../../pictures/node.ts');
  const { findDigit } = await import('../../digits/read.ts');
  const { loadNetwork } = await import('../../digits/network.ts');
  const picture = await decodePicture(await readPictureFile(file), file);
  const found = findDigit(picture, await loadNetwork());
  if (!found) {
    throw new FormatError(file, 'a picture of one digit, dark on light or light on dark', 'a blank one, as it seems');
  }
  if (found.sureDigits > 1) {
    warn(`${file}: seems to hold ${found.sureDigits} digits, of which one is told; \`inkgrad read\` reads them all`);
  }
  return found.image;
}

function decide(file: string, probabilities: readonly number[]): Prediction {
  const probability = Math.max(...probabilities);
  // A tie goes to class 1 in the binary task, as its threshold of 0.5 has it.
  const digit =
    probabilities.length === 2 ? probabilities.lastIndexOf(probability) : probabilities.indexOf(probability);
  return { file, digit, probability, probabilities };
}

function inputsOf(model: Sequential): number {
  return model.layers[0]?.inputs ?? 0;
}

function checkInputs(model: Sequential, file: string): void {
  const inputs = inputsOf(model);
  if (inputs === whole || inputs === middle) return;
  throw new FormatError(file, 'a model of 28 x 28 or 20 x 20 pixels', `one of ${inputs} inputs`);
}

/** The image as the network has learnt to see it: with ink of 1, or of 255 if it learned from such numbers. */
function toInputs(image: Uint8Array, model: Sequential): ImageTensor | Tensor {
  const inputs = inputsOf(model);
  const pixels = inputs === whole ? image : new Uint8Array(middle);
  if (inputs === middle) cutMiddle(image, pixels);
  const learnedBytes = (model.toJSON().inputScale ?? 1) > 128;
  return learnedBytes ? { data: pixels, shape: [1, inputs] } : new ImageTensor(pixels, [1, inputs]);
}

function describePrediction({ file, digit, probability, probabilities }: Prediction): string {
  const bars = probabilities.map((share, id) => `  ${id} ${bar(share)} ${percent(share, 1).padStart(7)}`);
  return [`${file}: ${digit}, ${percent(probability, 1)} sure`, ...bars].join('\n');
}

function bar(share: number): string {
  const eighths = Math.round(share * barLength * 8);
  const [full, part] = [Math.floor(eighths / 8), eighths % 8];
  return ('█'.repeat(full) + (part === 0 ? '' : '▏▎▍▌▋▊▉'[part - 1])).padEnd(barLength);
}
