import {
  FormatError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/pictures/picture.ts
var mostPixels = 25e6;
var mostSide = 16384;
function checkSize(width, height) {
  if (width < 1 || height < 1) throw new PictureFault("it has no pixels");
  if (width > mostSide || height > mostSide || width * height > mostPixels) {
    const limit = `at most ${mostPixels / 1e6} megapixels and ${mostSide} pixels a side are read`;
    throw new PictureFault(`${width} x ${height} pixels are too many; ${limit}`);
  }
}
__name(checkSize, "checkSize");
var PictureFault = class extends Error {
  static {
    __name(this, "PictureFault");
  }
};
async function decoded(name, kind, decode) {
  try {
    return await decode();
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, 200).replace(/\.$/, "");
    throw new FormatError(name, `a whole ${kind} image`, `one that cannot be read: ${reason}`, { cause: error });
  }
}
__name(decoded, "decoded");

export {
  checkSize,
  PictureFault,
  decoded
};
//# sourceMappingURL=chunk-XINKDGYN.js.map