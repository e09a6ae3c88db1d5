import {
  FormatError,
  ShapeError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/data/digits/pictures.ts
var MOST_PIXELS = 2 ** 30;
async function readPictures(files, name, { host, turn }) {
  let images;
  for (const [i, file] of files.entries()) {
    await turn();
    const picture = await host.decodePicture(await file.read(), file.name);
    const { width, height } = picture;
    if (width * height * files.length > MOST_PIXELS) {
      throw new FormatError(name, `at most ${MOST_PIXELS} pixels`, `${files.length} pictures of ${width} x ${height}`);
    }
    images ??= { data: new Uint8Array(files.length * width * height), width, height };
    if (width !== images.width || height !== images.height) {
      const expected = `pictures of one size, ${images.width} x ${images.height} as the first`;
      throw new ShapeError(file.name, expected, `${width} x ${height}`);
    }
    images.data.set(picture.data, i * width * height);
  }
  if (!images) throw new FormatError(name, "at least one picture", "none");
  return { name, count: files.length, ...images };
}
__name(readPictures, "readPictures");

export {
  readPictures
};
//# sourceMappingURL=chunk-B6ZSGMVM.js.map