/** Digits of other hands: turned, scaled, sheared, bent, and written with other pens. */

/** Pixels of MNIST's images, and of the canvas that warped ones are drawn on, half as fine again. */
const side = 28;
export const fine = 48;
const scale = 1.5;

/** Control points of the elastic field in a row; they lie 7 pixels of MNIST's apart. */
const knots = 8;

/** Cubic B-spline weights of each fine pixel for the four control points around it. */
const spline = Array.from({ length: fine }, (_, i) => {
  const place = ((i + 0.5) / fine) * (knots - 3);
  const first = Math.min(Math.floor(place), knots - 4);
  const t = place - first;
  return {
    first,
    shares: [(1 - t) ** 3, 3 * t ** 3 - 6 * t ** 2 + 4, -3 * t ** 3 + 3 * t ** 2 + 3 * t + 1, t ** 3].map((w) => w / 6),
  };
});

function elasticField(random, reach) {
  const points = Float64Array.from({ length: knots * knots }, () => random.between(-reach, reach));
  const narrow = new Float64Array(knots * fine);
  for (let row = 0; row < knots; row++) {
    for (let x = 0; x < fine; x++) {
      const { first, shares } = spline[x];
      for (let k = 0; k < 4; k++) narrow[row * fine + x] += shares[k] * points[row * knots + first + k];
    }
  }
  const field = new Float64Array(fine * fine);
  for (let y = 0; y < fine; y++) {
    const { first, shares } = spline[y];
    for (let k = 0; k < 4; k++) {
      for (let x = 0; x < fine; x++) field[y * fine + x] += shares[k] * narrow[(first + k) * fine + x];
    }
  }
  return field;
}

/**
 * An image of MNIST's on the fine canvas, warped at random: up to `strength` x 15 degrees, 15 % scale, 0.2 shear, and
 * an elastic field.
 * @param digit 784 bytes
 * @returns ink from 0 to 1, fine x fine
 */
export function warp(digit, random, strength = 1) {
  const angle = random.between(-15, 15) * strength * (Math.PI / 180);
  const [wide, high] = [
    Math.exp(random.between(-0.15, 0.15) * strength),
    Math.exp(random.between(-0.15, 0.15) * strength),
  ];
  const shear = random.between(-0.2, 0.2) * strength;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [bendX, bendY] = [elasticField(random, 2.2 * strength), elasticField(random, 2.2 * strength)];
  const ink = new Float32Array(fine * fine);
  for (let y = 0; y < fine; y++) {
    for (let x = 0; x < fine; x++) {
      const at = y * fine + x;
      const [u, v] = [(x + 0.5 - fine / 2) / scale, (y + 0.5 - fine / 2) / scale];
      const sheared = u + shear * v;
      const sourceX = (cos * sheared + sin * v) / wide + bendX[at] + side / 2 - 0.5;
      const sourceY = (cos * v - sin * sheared) / high + bendY[at] + side / 2 - 0.5;
      ink[at] = bilinear(digit, sourceX, sourceY) / 255;
    }
  }
  return ink;
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
