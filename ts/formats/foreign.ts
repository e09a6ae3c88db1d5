/** Files of other programs, told by how they begin. */

import { FormatError } from '../errors.ts';
import { isEmptyZip, isZip, jsonWith, starts, textOf, zipWith } from './detect.ts';
import { isJson, isText } from './foreign/text.ts';

interface Foreign {
  readonly name: string;
  readonly is: (bytes: Uint8Array) => boolean;
  readonly advice: string;
}

const fromTorch =
  "it may run code when it is opened; where you trust it, open it in PyTorch, and write its weights by safetensors.torch's " +
  "save_file(model.state_dict(), 'model.safetensors')";

/** That its last part is there, which a comment of 65,535 bytes may follow. */
function endsAsZip(bytes: Uint8Array): boolean {
  const end = bytes.subarray(-(0xffff + 22));
  return end.some((byte, i) => byte === 0x50 && isEmptyZip(end.subarray(i, i + 4)));
}

const picture = (kind: string, is: Foreign['is']): Foreign => ({
  name: `${kind} picture`,
  is,
  advice: 'it is for predict, once a model is loaded',
});

/** The first that fits is taken. */
const formats: readonly Foreign[] = [
  { name: 'an empty file', is: ({ length }) => length === 0, advice: 'what wrote it may have been stopped' },
  { name: "a file of PyTorch's torch.save", is: zipWith(/\/data\.pkl|\/\.format_version/), advice: fromTorch },
  {
    name: 'a zip file that is cut short or damaged',
    is: (bytes) => isZip(bytes) && !endsAsZip(bytes),
    advice: 'copy or download it anew',
  },
  { name: 'a zip file', is: isZip, advice: 'unpack it, and load the model in it' },
  {
    name: 'a Python pickle, as older PyTorch wrote .pt',
    is: (bytes) => bytes[0] === 0x80 && (bytes[1] ?? 0) >= 2 && (bytes[1] ?? 0) <= 5,
    advice: fromTorch,
  },
  {
    name: 'an .npy file',
    is: starts(0x93, 'NUMPY'),
    advice: 'it is one array; write all by numpy.savez(path, *model.get_weights())',
  },
  {
    name: 'a TensorFlow Lite file',
    is: (bytes) => starts('TFL3')(bytes.subarray(4)),
    advice: 'load the Keras model that it was made of',
  },
  { name: 'a gzip file', is: starts(0x1f, 0x8b), advice: 'unpack it first' },
  {
    name: 'a Git LFS pointer',
    is: starts('version https://git-lfs'),
    advice: 'fetch the file that it stands for: git lfs pull',
  },
  {
    name: 'a web page',
    is: (bytes) => /^\s*<(!doctype|html|head)/i.test(textOf(bytes, 64)),
    advice: 'it may be an error or a sign-in in place of the file; look at its address',
  },
  {
    name: "the JSON of Keras's model.to_json()",
    is: jsonWith('class_name', 'keras_version'),
    advice: "it has no weights; write both by model.save('model.keras')",
  },
  picture('a PNG', starts(0x89, 'PNG\r\n', 0x1a, '\n')),
  picture('a JPEG', starts(0xff, 0xd8, 0xff)),
  picture('a GIF', starts('GIF8')),
  picture('a WebP', (bytes) => starts('RIFF')(bytes) && starts('WEBP')(bytes.subarray(8))),
  { name: 'a PDF', is: starts('%PDF-'), advice: 'give the file of a model' },
  {
    name: 'a JavaScript module that predicts, which is only written',
    is: starts('// Written by inkgrad'),
    advice: 'import it, or load the file that it was made of',
  },
  { name: 'JSON of something else', is: isJson, advice: 'give the file of a model' },
  { name: 'a text', is: isText, advice: 'give the file of a model' },
  {
    name: 'bytes of no known kind',
    is: (bytes) => bytes.length > 8 && bytes[8] !== 0x7b && bytes.subarray(4, 8).some((byte) => byte !== 0),
    advice: 'give the file of a model',
  },
];

/**
 * Refuses a file of another program by its name.
 * @param source the file's path or name
 * @throws FormatError
 */
export function refuseForeign(bytes: Uint8Array, source: string): void {
  const foreign = formats.find(({ is }) => is(bytes));
  if (!foreign) return;
  const expected = 'a model (.safetensors, .keras, .h5, .onnx, .npz, or the model.json of TensorFlow.js)';
  throw new FormatError(source, expected, `${foreign.name}; ${foreign.advice}`);
}
