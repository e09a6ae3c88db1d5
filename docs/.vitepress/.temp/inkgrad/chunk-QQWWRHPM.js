import {
  ArgumentError,
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/formats/in-file.ts
function inFile(source, read) {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ArgumentError) || error instanceof FormatError) throw error;
    throw new FormatError(`${source}: ${error.argument}`, error.expected, error.received, { cause: error });
  }
}
__name(inFile, "inFile");

export {
  inFile
};
//# sourceMappingURL=chunk-QQWWRHPM.js.map