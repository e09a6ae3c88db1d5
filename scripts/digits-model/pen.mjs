/** Digits written with other pens, and scanned coarsely. */

/** Pixels of MNIST's images, and of the canvas that pens draw on, half as fine again. */
const side = 28;
export const fine = 48;
const scale = 1.5;

/**
 * An image of MNIST's on the fine canvas.
 * @param digit 784 bytes
 * @returns ink from 0 to 1, fine x fine
 */
export function enlarge(digit) {
  const place = (at) => (at + 0.5 - fine / 2) / scale + side / 2 - 0.5;
  return Float32Array.from({ length: fine * fine }, (_, i) => {
    return bilinear(digit, place(i % fine), place(Math.floor(i / fine))) / 255;
  });
}

function bilinear(digit, x, y) {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= side - 1 || top >= side - 1) return 0;
  const [right, down] = [x - left, y - top];
  const at = top * side + left;
  const above = digit[at] * (1 - right) + digit[at + 1] * right;
  const below = digit[at + side] * (1 - right) + digit[at + side + 1] * right;
  return above * (1 - down) + below * down;
}

/** Thinner or thicker, sharper or softer strokes; `ink` is changed. */
export function changePen(ink, random) {
  const thicken = random.happens(0.3) ? 1 + random.integer(2) : 0;
  let drawn = ink;
  for (let i = 0; i < thicken; i++) drawn = spread(drawn);
  const level = random.between(0.2, thicken ? 0.5 : 0.65);
  const softness = random.between(0.15, 2 * Math.min(level, 0.4)); // paper stays paper
  return drawn.map((value) => Math.min(Math.max((value - level) / softness + 0.5, 0), 1));
}

/** The most ink of each pixel and its four neighbours. */
function spread(ink) {
  const more = ink.slice();
  for (let y = 1; y < fine - 1; y++) {
    for (let x = 1; x < fine - 1; x++) {
      const at = y * fine + x;
      more[at] = Math.max(ink[at], ink[at - 1], ink[at + 1], ink[at - fine], ink[at + fine]);
    }
  }
  return more;
}

/** As a coarse scan has it: means of cells, drawn large again by interpolation. */
export function coarsen(ink, random) {
  const cell = random.between(2.2, 5);
  const cells = Math.ceil(fine / cell) + 1;
  const [startX, startY] = [random.between(-cell, 0), random.between(-cell, 0)];
  const [sums, counts] = [new Float32Array(cells * cells), new Float32Array(cells * cells)];
  const cellOf = (place, start) => Math.min(Math.floor((place - start) / cell), cells - 1);
  for (let y = 0; y < fine; y++) {
    for (let x = 0; x < fine; x++) {
      const at = cellOf(y, startY) * cells + cellOf(x, startX);
      sums[at] += ink[y * fine + x];
      counts[at]++;
    }
  }
  const mean = (column, row) => {
    const at = Math.min(Math.max(row, 0), cells - 1) * cells + Math.min(Math.max(column, 0), cells - 1);
    return counts[at] > 0 ? sums[at] / counts[at] : 0;
  };
  return ink.map((_, i) => {
    const [x, y] = [((i % fine) - startX) / cell - 0.5, (Math.floor(i / fine) - startY) / cell - 0.5];
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [right, down] = [x - left, y - top];
    const above = mean(left, top) * (1 - right) + mean(left + 1, top) * right;
    const below = mean(left, top + 1) * (1 - right) + mean(left + 1, top + 1) * right;
    return above * (1 - down) + below * down;
  });
}
