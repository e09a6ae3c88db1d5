import {
  Buffer
} from "./chunk-HLGL5JCD.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/pictures/codec.ts
import { gunzipSync } from "node:zlib";
function loadCodec(gzip, importGlue) {
  let loaded;
  return async (...args) => {
    loaded ??= load(gzip, importGlue);
    const { glue, wasm } = await loaded;
    const before = Object.getOwnPropertyDescriptor(globalThis, "ImageData");
    const ready = glue.default({
      noInitialRun: true,
      print() {
      },
      printErr() {
      },
      instantiateWasm(imports, done) {
        const instance = new WebAssembly.Instance(wasm, imports);
        done(instance);
        return instance.exports;
      }
    });
    restoreImageData(before);
    const { decode } = await ready;
    return withImageData(() => decode(...args));
  };
}
__name(loadCodec, "loadCodec");
async function load(gzip, importGlue) {
  const [glue, wasm] = await Promise.all([
    importGlue(),
    WebAssembly.compile(gunzipSync(Buffer.from(gzip, "base64")))
  ]);
  return { glue, wasm };
}
__name(load, "load");
function withImageData(decode) {
  const before = Object.getOwnPropertyDescriptor(globalThis, "ImageData");
  Object.defineProperty(globalThis, "ImageData", { value: PlainImageData, configurable: true, writable: true });
  try {
    return decode();
  } finally {
    restoreImageData(before);
  }
}
__name(withImageData, "withImageData");
var PlainImageData = class {
  static {
    __name(this, "PlainImageData");
  }
  data;
  width;
  height;
  constructor(data, width, height) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
};
function restoreImageData(before) {
  if (before) Object.defineProperty(globalThis, "ImageData", before);
  else Reflect.deleteProperty(globalThis, "ImageData");
}
__name(restoreImageData, "restoreImageData");

export {
  loadCodec
};
//# sourceMappingURL=chunk-2NEOCK7Y.js.map