import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/pictures/grey.ts
var light = 200;
function rgbaToGrey(data, pixels) {
  const grey = new Uint8Array(pixels);
  let opaque = 255;
  for (let i = 0, from = 0; i < pixels; i++, from += 4) {
    grey[i] = luminance(data[from], data[from + 1], data[from + 2]);
    opaque &= data[from + 3];
  }
  if (opaque !== 255) layOnPaper(grey, (i) => data[4 * i + 3]);
  return grey;
}
__name(rgbaToGrey, "rgbaToGrey");
function luminance(red, green, blue) {
  return 19595 * red + 38470 * green + 7471 * blue + 32768 >> 16;
}
__name(luminance, "luminance");
function layOnPaper(grey, alphaOf) {
  let [onlyLight, opaque] = [true, true];
  for (let i = 0; i < grey.length; i++) {
    const shows = alphaOf(i) >= 128;
    if (!shows) opaque = false;
    else if (grey[i] <= light) onlyLight = false;
  }
  const paper = onlyLight && !opaque ? 0 : 255;
  for (let i = 0; i < grey.length; i++) {
    const alpha = alphaOf(i);
    grey[i] = Math.round((grey[i] * alpha + paper * (255 - alpha)) / 255);
  }
}
__name(layOnPaper, "layOnPaper");

export {
  rgbaToGrey,
  luminance,
  layOnPaper
};
//# sourceMappingURL=chunk-W6C2DTAD.js.map