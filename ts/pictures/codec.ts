/**
 * Squoosh's decoders (jSquash), which are WASM: compiled once, and each picture has an instance of its own, whose
 * memory goes with it.
 */

import { brotliDecompressSync } from 'node:zlib';

/** Pixels as the decoders give them. */
export interface RgbaImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** null for what is no such image. */
type Decode = (bytes: Uint8Array, ...options: unknown[]) => RgbaImage | null;

/** Emscripten's glue. */
export interface Glue {
  readonly default: (options: object) => Promise<{ decode: Decode }>;
}

/**
 * @param brotli the WASM, compressed and in base64
 * @returns a decoder that is compiled when it is first called
 */
export function loadCodec(brotli: string, importGlue: () => Promise<Glue>) {
  let loaded: Promise<{ glue: Glue; wasm: WebAssembly.Module }> | undefined;
  return async (...args: Parameters<Decode>): Promise<RgbaImage | null> => {
    loaded ??= load(brotli, importGlue);
    const { glue, wasm } = await loaded;
    const before = Object.getOwnPropertyDescriptor(globalThis, 'ImageData');
    const ready = glue.default({
      noInitialRun: true,
      print() {},
      printErr() {},
      instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
        const instance = new WebAssembly.Instance(wasm, imports);
        done(instance);
        return instance.exports;
      },
    });
    restoreImageData(before); // the glue fills it in where it lacks, as in Node
    const { decode } = await ready;
    return withImageData(() => decode(...args));
  };
}

async function load(brotli: string, importGlue: () => Promise<Glue>) {
  const [glue, wasm] = await Promise.all([
    importGlue(),
    WebAssembly.compile(brotliDecompressSync(Buffer.from(brotli, 'base64')) as BufferSource),
  ]);
  return { glue, wasm };
}

/** The decoders make an ImageData, which Node lacks; one is there while they run, and no longer. */
function withImageData<Result>(decode: () => Result): Result {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'ImageData');
  Object.defineProperty(globalThis, 'ImageData', { value: PlainImageData, configurable: true, writable: true });
  try {
    return decode();
  } finally {
    restoreImageData(before);
  }
}

class PlainImageData implements RgbaImage {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;

  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}

function restoreImageData(before: PropertyDescriptor | undefined): void {
  if (before) Object.defineProperty(globalThis, 'ImageData', before);
  else Reflect.deleteProperty(globalThis, 'ImageData');
}
