/** Files of other programs, told by how they begin. */

import { FormatError } from '../errors.ts';
import { isZip, jsonWith, starts, textOf, zipWith } from './detect.ts';

interface Foreign {
  readonly name: string;
  readonly is: (bytes: Uint8Array) => boolean;
  readonly advice: string;
}

/** How weights come in, whatever program they are of. */
const byArrays =
  'build the same layers with sequential() and hand its arrays to setWeights; parseNpy reads those of numpy.save';

const fromKeras = `save each array of model.get_weights() by numpy.save, ${byArrays}`;
const fromTorch = `save each tensor of state_dict() by numpy.save, Linear.weight transposed, ${byArrays}`;

/** The first that fits is taken. */
const formats: readonly Foreign[] = [
  { name: 'an HDF5 file, as Keras writes .h5', is: starts(0x89, 'HDF\r\n', 0x1a, '\n'), advice: fromKeras },
  { name: 'a .keras file', is: zipWith(/metadata\.json|config\.json|model\.weights\.h5/), advice: fromKeras },
  { name: "a file of PyTorch's torch.save", is: zipWith(/\/data\.pkl|\/\.format_version/), advice: fromTorch },
  {
    name: 'an .npz file',
    is: zipWith(/\.npy/),
    advice: `save its arrays by numpy.save, ${byArrays}`,
  },
  { name: 'a zip file', is: isZip, advice: 'unpack it, and load the .safetensors file in it' },
  { name: 'a Python pickle, as older PyTorch wrote .pt', is: starts(0x80, 0x02), advice: fromTorch },
  { name: 'an .npy file', is: starts(0x93, 'NUMPY'), advice: `it is one array: ${byArrays}` },
  {
    // A protobuf whose field 1 is the version, 1 to 15, and whose field 2 is the name of what wrote it.
    name: 'an ONNX file',
    is: (bytes) => bytes[0] === 0x08 && (bytes[1] ?? 16) < 16 && bytes[2] === 0x12,
    advice: `take its initializers as arrays, ${byArrays}`,
  },
  { name: 'a TensorFlow Lite file', is: (bytes) => starts('TFL3')(bytes.subarray(4)), advice: fromKeras },
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
    name: 'a model.json of TensorFlow.js or Keras',
    is: jsonWith('modelTopology', 'weightsManifest', 'class_name', 'keras_version'),
    advice: `its weights lie in files beside it; take them as arrays, ${byArrays}`,
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
  throw new FormatError(source, 'a model that inkgrad saved (.safetensors)', `${foreign.name}; ${foreign.advice}`);
}
