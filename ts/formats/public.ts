/** `inkgrad/formats`: the container that weights of many programs lie in, for Node and for pages. */

import { OptionError } from '../errors.ts';
import { tagOf } from '../inputs/arrays.ts';
import { toTensor } from '../inputs/tensor.ts';
import { fileBytes, type NestedArray, type TensorLike } from '../inputs.ts';
import { checkObject, checkOptions, checkText } from '../options.ts';
import { readSafetensors as read, type Safetensors, writeSafetensors as write } from '../safetensors.ts';

export type { NestedArray, TensorLike } from '../inputs.ts';
export type { SafetensorsDtype } from '../safetensors/dtypes.ts';
export type { Safetensors, SafetensorsTensor } from '../safetensors.ts';
export type { NumericArray, Tensor } from '../tensor.ts';

/** By their names: a Map, which takes any, or an object. */
type Named<Value> = ReadonlyMap<string, Value> | Readonly<Record<string, Value>>;

/** What `writeSafetensors` writes. */
export interface WriteSafetensorsOptions {
  /** In the order in which they are to lie in the file. */
  readonly tensors: Named<TensorLike | NestedArray | Float32Array>;
  /** Texts. Default: none. */
  readonly metadata?: Named<string>;
}

/**
 * Reads a `.safetensors` file (https://github.com/huggingface/safetensors#format) of numbers of any type but complex
 * ones and those of less than a byte. It is read strictly: tensors must fill the file without a hole or an overlap, and
 * each name stands once.
 *
 * @param bytes The whole file, in any view or buffer. The tensors are copies.
 * @param name What error messages call the file.
 * @throws DtypeError if `bytes` is something else; FormatError if the file is cut short or damaged, its header is longer
 *   than 10 MB, or a 64-bit integer lies outside ±(2^53 - 1).
 * @example
 * ```js
 * import { readSafetensors, writeSafetensors } from 'inkgrad/formats';
 *
 * const { tensors } = readSafetensors(writeSafetensors({ tensors: { bias: [1, 2, 3] } }));
 * console.log(tensors.get('bias')?.shape);
 * ```
 */
export function readSafetensors(bytes: ArrayBufferView | ArrayBufferLike, name = 'safetensors'): Safetensors {
  return read(fileBytes('bytes', bytes, 'the bytes of the file'), name);
}

/**
 * The bytes of a `.safetensors` file: tensors as 32-bit floats (F32), to which other numbers are rounded.
 *
 * @throws OptionError, ShapeError, DtypeError that name the tensor or the metadata
 * @example
 * ```js
 * import { writeSafetensors } from 'inkgrad/formats';
 *
 * const bytes = writeSafetensors({ tensors: { kernel: [[1, 2], [3, 4]] }, metadata: { made: 'by hand' } });
 * console.log(bytes.length);
 * ```
 */
export function writeSafetensors(contents: WriteSafetensorsOptions): Uint8Array {
  checkOptions('contents', contents, ['tensors', 'metadata']);
  const { tensors, metadata = {} } = contents;
  const converted = entriesOf('tensors', tensors).map(([key, value]) => {
    if (key === '__metadata__') throw new OptionError('tensors', 'another name, for that is the metadata', `'${key}'`);
    return [key, toTensor(`tensors['${key}']`, value)] as const;
  });
  const texts = entriesOf('metadata', metadata).map(([key, value]) => {
    return [key, value === '' ? value : checkText(`metadata['${key}']`, value)] as const;
  });
  return write({ tensors: new Map(converted), metadata: new Map(texts) });
}

/** Of any realm. */
function isMap<Value>(named: Named<Value>): named is ReadonlyMap<string, Value> {
  return tagOf(named) === 'Map';
}

function entriesOf<Value>(argument: string, named: Named<Value>): [string, Value][] {
  return isMap(named) ? [...named] : Object.entries(checkObject(argument, named) as Record<string, Value>);
}
