import {
  encodePng
} from "./chunk-XGIKPLID.js";
import "./chunk-3SLL6GEM.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/cli/commands/boxes.ts
var [sure, unsure] = [
  [0, 114, 178],
  [230, 110, 0]
];
function drawBoxes({ width, height, data }, digits) {
  const pixels = new Uint8Array(3 * width * height);
  for (let i = 0; i < pixels.length; i++) pixels[i] = data[Math.floor(i / 3)];
  const thick = Math.max(Math.round(Math.max(width, height) / 300), 1);
  for (const { box, unsure: doubtful } of digits) {
    const colour = doubtful ? unsure : sure;
    const [left, top] = [Math.max(box.x - 2 * thick, 0), Math.max(box.y - 2 * thick, 0)];
    const [right, bottom] = [
      Math.min(box.x + box.width + 2 * thick, width),
      Math.min(box.y + box.height + 2 * thick, height)
    ];
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) {
        const within = Math.min(x - left, y - top, right - 1 - x, bottom - 1 - y);
        if (within < thick) pixels.set(colour, 3 * (y * width + x));
      }
    }
  }
  return encodePng({ width, height, data: pixels, channels: 3, depth: 8 });
}
__name(drawBoxes, "drawBoxes");
export {
  drawBoxes
};
//# sourceMappingURL=boxes-MCNFFUYV.js.map