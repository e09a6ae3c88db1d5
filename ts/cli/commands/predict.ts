import { cutMiddle } from '../../data/binary-digits.ts';
import { FileError, FormatError, InkgradError } from '../../errors.ts';
import { loadModel } from '../../load-model.ts';
import type { Sequential } from '../../model.ts';
import { nodeFiles } from '../../node/files.ts';
import { ImageTensor } from '../../tensor.ts';
import { exitCodes } from '../exit-codes.ts';
import { percent } from '../format.ts';
import type { Output } from '../output.ts';
import { modelFile } from '../read-run.ts';
import type { Outcome } from './outcome.ts';

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

/** Sizes of images that the tasks' networks take. */
const [whole, middle] = [784, 400];

const barLength = 30;

/** `inkgrad predict MODEL IMAGE...`: a picture that cannot be used is told, and the others go on. */
export async function predict(path: string, images: readonly string[], out: Output): Promise<Outcome> {
  const file = await modelFile(path);
  await using model = await loadModel(file);
  checkInputs(model, file);
  const results: (Prediction | Failure)[] = [];
  for (const image of images) {
    try {
      const prediction = await predictOne(model, image);
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

async function predictOne(model: Sequential, file: string): Promise<Prediction> {
  const bytes = await nodeFiles.read(file);
  if (!bytes) throw new FileError(`${file}: there is no such file`);
  // Loaded when the first picture is, with the decoders.
  const { readDigit } = await import('../picture.ts');
  const image = toInputs(readDigit(bytes, file), inputsOf(model));
  const { data } = await model.predict(image);
  const [first = 0] = data;
  const probabilities = data.length === 1 ? [1 - first, first] : Array.from(data);
  const probability = Math.max(...probabilities);
  // A tie goes to class 1 in the binary task, as its threshold of 0.5 has it.
  const digit = data.length === 1 ? Number(first >= 0.5) : probabilities.indexOf(probability);
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

/** The image as the network has learnt to see it. */
function toInputs(image: Uint8Array, inputs: number): ImageTensor {
  if (inputs === whole) return new ImageTensor(image, [1, whole]);
  const cut = new Uint8Array(middle);
  cutMiddle(image, cut);
  return new ImageTensor(cut, [1, middle]);
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
