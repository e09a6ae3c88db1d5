import {
  digitClasses
} from "./chunk-HY3ATHB4.js";
import {
  centreInk
} from "./chunk-VOZ6YSSM.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/digits/judge.ts
var thinnest = 1.5;
var digitSide = 20;
var enough = 40;
function judgeBy(network, ink) {
  return (part) => {
    const image = imageOf(part, ink);
    const probabilities = network(image);
    let digit = 0;
    for (let i = 1; i < digitClasses; i++) {
      if (probabilities[i] > probabilities[digit]) digit = i;
    }
    return { part, image, digit, probability: probabilities[digit], probabilities };
  };
}
__name(judgeBy, "judgeBy");
function levelOf({ pixels }, { data }, share = 0.15) {
  const every = Math.ceil(pixels.length / 2e3);
  const levels = new Float32Array(Math.ceil(pixels.length / every));
  for (let i = 0; i < levels.length; i++) levels[i] = data[pixels[i * every]];
  levels.sort();
  return levels[Math.floor((1 - share) * (levels.length - 1))];
}
__name(levelOf, "levelOf");
function imageOf(part, ink) {
  const side = Math.max(part.width, part.height);
  const stroke = part.pixels.length / (2 * side);
  const factor = Math.floor(Math.min(side / enough, stroke));
  return centreInk(thicken(factor >= 2 ? reduced(part, ink, factor) : withSurroundings(part, ink)));
}
__name(imageOf, "imageOf");
function reduced(part, ink, factor) {
  const level = levelOf(part, ink) * factor ** 2;
  const [width, height] = [Math.ceil(part.width / factor) + 2, Math.ceil(part.height / factor) + 2];
  const data = new Float32Array(width * height);
  for (let i = 0; i < part.pixels.length; i++) {
    const pixel = part.pixels[i];
    const y = pixel / ink.width | 0;
    const x = pixel - y * ink.width;
    const at2 = ((y - part.top) / factor + 1 | 0) * width + ((x - part.left) / factor + 1 | 0);
    data[at2] = data[at2] + ink.data[pixel] / level;
  }
  const most2 = data.reduce((a, b) => Math.max(a, b), 0);
  return { width, height, data: data.map((value) => Math.min(value / Math.min(most2, 1), 1)) };
}
__name(reduced, "reduced");
function withSurroundings(part, ink) {
  const level = levelOf(part, ink);
  const [width, height] = [part.width + 2, part.height + 2];
  const data = new Float32Array(width * height);
  for (let i = 0; i < part.pixels.length; i++) {
    const pixel = part.pixels[i];
    const [x, y] = [pixel % ink.width, pixel / ink.width | 0];
    for (let v = Math.max(y - 1, 0); v <= y + 1 && v < ink.height; v++) {
      for (let u = Math.max(x - 1, 0); u <= x + 1 && u < ink.width; u++) {
        const strength = Math.min(ink.data[v * ink.width + u] / level, 1);
        data[(v - part.top + 1) * width + u - part.left + 1] = strength;
      }
    }
  }
  return { width, height, data };
}
__name(withSurroundings, "withSurroundings");
function thicken(image) {
  const scale = digitSide / (Math.max(image.width, image.height) - 2);
  const missing = thinnest / scale - strokeWidth(image);
  let thick = image;
  for (let more = missing; more >= 1; more -= 2) thick = spread(thick);
  return thick;
}
__name(thicken, "thicken");
function strokeWidth({ width, height, data }) {
  let [area, border] = [0, 0];
  for (let i = width; i < width * (height - 1); i++) {
    if (data[i] < 0.5) continue;
    area++;
    const beside = Math.min(
      data[i - 1],
      data[i + 1],
      data[i - width],
      data[i + width]
    );
    if (beside < 0.5) border++;
  }
  return 2 * area / Math.max(border, 1);
}
__name(strokeWidth, "strokeWidth");
function spread(image) {
  const [width, height] = [image.width + 2, image.height + 2];
  const data = new Float32Array(width * height);
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      const value = image.data[y * image.width + x];
      const at2 = (y + 1) * width + x + 1;
      for (const to of [at2, at2 - 1, at2 + 1, at2 - width, at2 + width]) data[to] = Math.max(data[to], value);
    }
  }
  return { width, height, data };
}
__name(spread, "spread");

// ts/digits/parts.ts
function findParts({ width, height, data }) {
  const left = data.slice();
  const parts = [];
  const stack = [];
  for (let start = 0; start < left.length; start++) {
    if (left[start] === 0) continue;
    left[start] = 0;
    stack.push(start);
    const pixels = [];
    for (let pixel = stack.pop(); pixel !== void 0; pixel = stack.pop()) {
      pixels.push(pixel);
      const [x, y] = [pixel % width, pixel / width | 0];
      for (let v = y > 0 ? y - 1 : y; v <= y + 1 && v < height; v++) {
        for (let u = x > 0 ? x - 1 : x; u <= x + 1 && u < width; u++) {
          const next = v * width + u;
          if (left[next] === 0) continue;
          left[next] = 0;
          stack.push(next);
        }
      }
    }
    parts.push(partOf(Int32Array.from(pixels), width));
  }
  return parts;
}
__name(findParts, "findParts");
function partOf(pixels, width) {
  let [left, right, top, bottom] = [width, 0, Number.MAX_SAFE_INTEGER, 0];
  for (let i = 0; i < pixels.length; i++) {
    const pixel = pixels[i];
    const [x, y] = [pixel % width, pixel / width | 0];
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { pixels, left, top, width: right - left + 1, height: bottom - top + 1 };
}
__name(partOf, "partOf");
function join(parts, width) {
  const pixels = new Int32Array(parts.reduce((sum, part) => sum + part.pixels.length, 0));
  let at2 = 0;
  for (const part of parts) {
    pixels.set(part.pixels, at2);
    at2 += part.pixels.length;
  }
  return partOf(pixels, width);
}
__name(join, "join");

// ts/digits/rules.ts
var mostTilt = 16;
var step = 0.25;
var leastCover = 0.55;
var sample = 6e3;
function takeOutRules(mask, box) {
  const points = pointsIn(mask, box);
  let found = 0;
  if (points.length === 0) return found;
  for (const upright of [false, true]) {
    const slope = directionOf(points, box, upright);
    for (const [first, end] of linesAlong(points, box, upright, slope)) {
      found++;
      takeOut(mask, box, upright, slope, first, end);
    }
  }
  return found;
}
__name(takeOutRules, "takeOutRules");
function pointsIn({ width, data }, { left, top, width: columns, height: rows }) {
  const points = [];
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) if (data[(top + y) * width + left + x] === 1) points.push(x, y);
  }
  return Int32Array.from(points);
}
__name(pointsIn, "pointsIn");
function profile(points, box, upright, slope, every) {
  const [along, across] = upright ? [box.height, box.width] : [box.width, box.height];
  const margin = Math.ceil(Math.abs(slope) * along) + 1;
  const counts = new Float64Array(across + 2 * margin);
  for (let i = 0; i < points.length; i += 2 * every) {
    const [x, y] = [points[i], points[i + 1]];
    const line = Math.round(upright ? x - slope * y : y - slope * x) + margin;
    counts[line] = counts[line] + 1;
  }
  return counts;
}
__name(profile, "profile");
function directionOf(points, box, upright) {
  const every = Math.ceil(points.length / 2 / sample);
  let [best, most2] = [0, -1];
  for (let degrees = -mostTilt; degrees <= mostTilt; degrees += step) {
    const slope = Math.tan(degrees * Math.PI / 180);
    let crowd = 0;
    for (const count of profile(points, box, upright, slope, every)) crowd += count * count;
    if (crowd > most2 * 1.001 || crowd > most2 * 0.999 && Math.abs(slope) < Math.abs(best))
      [best, most2] = [slope, crowd];
  }
  return best;
}
__name(directionOf, "directionOf");
function linesAlong(points, box, upright, slope) {
  const [along, across] = upright ? [box.height, box.width] : [box.width, box.height];
  const counts = profile(points, box, upright, slope, 1);
  const margin = (counts.length - across) / 2;
  const lines = [];
  const cover = /* @__PURE__ */ __name((i) => Math.max(
    counts[i] ?? 0,
    ((counts[i] ?? 0) + (counts[i + 1] ?? 0)) * 0.6,
    ((counts[i] ?? 0) + (counts[i - 1] ?? 0)) * 0.6
  ), "cover");
  for (let i = 0; i < counts.length; i++) {
    const way = wayThrough(i - margin, along, across, slope);
    if (way < along / 3 || cover(i) < leastCover * way) continue;
    const last = lines.at(-1);
    if (last && last[1] >= i - margin) last[1] = i - margin + 1;
    else lines.push([i - margin, i - margin + 1]);
  }
  return lines;
}
__name(linesAlong, "linesAlong");
function wayThrough(line, along, across, slope) {
  if (slope === 0) return line >= 0 && line < across ? along : 0;
  const [a, b] = [-line / slope, (across - line) / slope];
  return Math.max(Math.min(Math.max(a, b), along) - Math.max(Math.min(a, b), 0), 0);
}
__name(wayThrough, "wayThrough");
function takeOut(mask, box, upright, slope, first, end) {
  const { width, data } = mask;
  const thickness = end - first;
  const [along, across] = upright ? [box.height, box.width] : [box.width, box.height];
  const place = /* @__PURE__ */ __name((i, j) => upright ? (box.top + i) * width + box.left + j : (box.top + j) * width + box.left + i, "place");
  for (let i = 0; i < along; i++) {
    const from = Math.max(Math.floor(first + slope * i) - 1, 0);
    const to = Math.min(Math.ceil(end + slope * i) + 1, across);
    let [start, stop] = [from, to];
    while (start < to && data[place(i, start)] === 0) start++;
    while (stop > start && data[place(i, stop - 1)] === 0) stop--;
    if (start >= stop) continue;
    while (start > 0 && data[place(i, start - 1)] === 1) start--;
    while (stop < across && data[place(i, stop)] === 1) stop++;
    if (stop - start > 2 * thickness + 3) continue;
    for (let j = start; j < stop; j++) data[place(i, j)] = 0;
  }
}
__name(takeOut, "takeOut");

// ts/digits/candidates.ts
var leastStrength = 0.35;
var inkOfNet = 0.03;
var longWay = 0.6;
var mostContact = 0.3;
var leastLevel = 0.25;
var linesOfFrame = 3;
var [gapOfRule, gapOfPen] = [0.012, 0.03];
var [leastShare, leastPixels] = [0.02, 5];
var leastOfLargest = 0.2;
function* candidatesOf(ink) {
  const mask = maskOf(ink);
  const parts = findParts(mask);
  yield withoutRest(parts, ink);
  const whole = mended(parts, ink, gapOfPen);
  if (whole.length < parts.length) yield withoutRest(whole, ink);
  const long = /* @__PURE__ */ __name(({ width, height }) => width > longWay * ink.width || height > longWay * ink.height, "long");
  if (!parts.some(long)) return;
  const box = { left: 0, top: 0, width: ink.width, height: ink.height };
  if (takeOutRules(mask, box) > 0) yield withoutRest(mended(findParts(mask), ink), ink);
}
__name(candidatesOf, "candidatesOf");
function withoutLines(part, ink) {
  const mask = { width: ink.width, height: ink.height, data: new Uint8Array(ink.width * ink.height) };
  for (const pixel of part.pixels) mask.data[pixel] = 1;
  return takeOutRules(mask, part) >= linesOfFrame ? withoutRest(mended(findParts(mask), ink), ink) : [];
}
__name(withoutLines, "withoutLines");
function maskOf(ink) {
  const { width, height, data, threshold } = ink;
  const mask = { width, height, data: new Uint8Array(data.length) };
  for (let i = 0; i < data.length; i++) if (data[i] > threshold) mask.data[i] = 1;
  for (const part of findParts(mask)) {
    const least = leastStrength * levelOf(part, ink, inkOfNet);
    for (const pixel of part.pixels) if (data[pixel] < least) mask.data[pixel] = 0;
  }
  return mask;
}
__name(maskOf, "maskOf");
function mended(parts, ink, share = gapOfRule) {
  const gap = Math.max(3, share * Math.min(ink.width, ink.height));
  const left = parts.filter(({ pixels }) => pixels.length > 3);
  const groups = [];
  while (left.length > 0) {
    let group = left.pop();
    for (let i = 0; i < left.length; i++) {
      if (!near(group, left[i], gap)) continue;
      group = join([group, ...left.splice(i, 1)], ink.width);
      i = -1;
    }
    groups.push(group);
  }
  return groups;
}
__name(mended, "mended");
function near(a, b, gap) {
  const between = /* @__PURE__ */ __name((first, length, other, otherLength) => Math.max(first, other) - Math.min(first + length, other + otherLength), "between");
  return between(a.left, a.width, b.left, b.width) < gap && between(a.top, a.height, b.top, b.height) < gap;
}
__name(near, "near");
function withoutRest(parts, ink) {
  const longer = Math.max(ink.width, ink.height);
  const least = Math.max(leastShare * longer, leastPixels);
  const inside = parts.filter((part) => !isAtEdge(part, ink));
  const strongest = inside.reduce((most2, part) => Math.max(most2, levelOf(part, ink)), 0);
  const shown = inside.filter((part) => levelOf(part, ink) > leastLevel * strongest && !isFrame(part, inside));
  const largest = shown.reduce((most2, { width, height }) => Math.max(most2, width, height), 0);
  if (largest < least) return [];
  return shown.filter(({ width, height }) => Math.max(width, height) >= Math.max(leastOfLargest * largest, 3));
}
__name(withoutRest, "withoutRest");
function isAtEdge(part, ink) {
  const along = contact(part, ink);
  if (along >= mostContact * Math.min(ink.width, ink.height)) return true;
  const filled = part.pixels.length / (part.width * part.height);
  return along >= 0.5 * Math.max(part.width, part.height) && filled > 0.6;
}
__name(isAtEdge, "isAtEdge");
function contact({ pixels }, { width, height }) {
  let count = 0;
  for (const pixel of pixels) {
    const [x, y] = [pixel % width, pixel / width | 0];
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) count++;
  }
  return count;
}
__name(contact, "contact");
function isFrame(part, parts) {
  if (part.pixels.length > 0.3 * part.width * part.height) return false;
  const within = /* @__PURE__ */ __name((other) => other !== part && other.left > part.left && other.top > part.top && other.left + other.width < part.left + part.width && other.top + other.height < part.top + part.height, "within");
  return parts.some(
    (other) => within(other) && Math.max(other.width, other.height) > 0.3 * Math.min(part.width, part.height)
  );
}
__name(isFrame, "isFrame");

// ts/digits/cut.ts
var places = 14;
var slants = [0, 0.25, -0.25, 0.5];
var [narrowest, widest] = [0.08, 1.35];
var goodEnough = 0.65;
var most = 10;
var costOfCut = 0.75;
function cutApart(part, width, judge, score) {
  if (part.width > most * part.height) return void 0;
  let best;
  for (const slant of slants) {
    const cut = bestCut(part, width, judge, slant);
    if (cut.score > (best?.score ?? score)) best = cut;
    if (best && best.score > goodEnough) break;
  }
  return best;
}
__name(cutApart, "cutApart");
function bestCut(part, width, judge, slant) {
  const { columns, counts } = columnsOf(part, width, slant);
  const cuts = placesOf(counts, part.height);
  const best = [{ verdicts: [], score: 1 }];
  for (let end = 1; end < cuts.length; end++) {
    for (let start = 0; start < end; start++) {
      const before = best[start];
      if (!before || start === 0 && end === cuts.length - 1) continue;
      const [from, to] = [cuts[start], cuts[end]];
      const share = (to - from) / part.height;
      if (share < narrowest || share > widest) continue;
      const piece = part.pixels.filter((_, i) => columns[i] >= from && columns[i] < to);
      if (piece.length < 0.05 * part.pixels.length) continue;
      const verdict = judge(partOf(piece, width));
      const crossed = end < cuts.length - 1 ? counts[to] / part.height : 0;
      const cost = end < cuts.length - 1 ? costOfCut * (1 - crossed) : 1;
      const score = before.score * verdict.probability * cost;
      if (score > (best[end]?.score ?? 0)) best[end] = { verdicts: [...before.verdicts, verdict], score };
    }
  }
  return best[cuts.length - 1] ?? { verdicts: [], score: 0 };
}
__name(bestCut, "bestCut");
function columnsOf({ pixels, left, top, height }, width, slant) {
  const columns = new Int32Array(pixels.length);
  let first = Number.MAX_SAFE_INTEGER;
  for (let i = 0; i < pixels.length; i++) {
    const pixel = pixels[i];
    const [x, y] = [pixel % width - left, (pixel / width | 0) - top];
    columns[i] = Math.round(x + slant * (y - height / 2));
    first = Math.min(first, columns[i]);
  }
  const counts = [];
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i] - first;
    columns[i] = column;
    counts[column] = (counts[column] ?? 0) + 1;
  }
  for (let i = 0; i < counts.length; i++) counts[i] ??= 0;
  return { columns, counts };
}
__name(columnsOf, "columnsOf");
function placesOf(counts, height) {
  const length = counts.length;
  const stretches = Math.min(Math.max(Math.round(places * length / height), places), 4 * places, length);
  const found = [0];
  for (let i = 1; i < stretches; i++) {
    const [from, end] = [Math.floor(i * length / stretches), Math.floor((i + 1) * length / stretches)];
    let least = from;
    for (let x = from; x < end; x++) if (counts[x] < counts[least]) least = x;
    if (least > found.at(-1)) found.push(least);
  }
  found.push(length);
  return found;
}
__name(placesOf, "placesOf");

// ts/digits/ink.ts
var leastContrast = 12;
var leastDeviations = 4.5;
var reachShare = 0.14;
var gridCells = 64;
var smoothedFrom = 120;
function findInk(picture) {
  const { width, height } = picture;
  const shorter = Math.min(width, height);
  const grey = shorter >= smoothedFrom ? smooth(picture) : picture.data;
  const cell = Math.max(Math.floor(shorter / gridCells), 1);
  const paper = closedGrid(grey, width, height, cell, Math.max(Math.round(reachShare * shorter / cell), 2));
  const data = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const v = Math.min(Math.max((y + 0.5) / cell - 0.5, 0), paper.rows - 1);
    const top = Math.floor(v);
    const [upper, lower] = [top * paper.columns, Math.min(top + 1, paper.rows - 1) * paper.columns];
    const down = v - top;
    for (let x = 0; x < width; x++) {
      const u = Math.min(Math.max((x + 0.5) / cell - 0.5, 0), paper.columns - 1);
      const left = Math.floor(u);
      const right = Math.min(left + 1, paper.columns - 1);
      const across = u - left;
      const above = at(paper.data, upper + left) * (1 - across) + at(paper.data, upper + right) * across;
      const below = at(paper.data, lower + left) * (1 - across) + at(paper.data, lower + right) * across;
      data[y * width + x] = above * (1 - down) + below * down - grey[y * width + x];
    }
  }
  const { middle, deviation } = spreadOf(data);
  for (let i = 0; i < data.length; i++) data[i] = Math.max(at(data, i) - middle, 0);
  return { width, height, data, threshold: Math.max(leastContrast, leastDeviations * deviation) };
}
__name(findInk, "findInk");
var at = /* @__PURE__ */ __name((values, index) => values[index], "at");
function closedGrid(grey, width, height, cell, reach) {
  const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const data = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const line = Math.floor(y / cell) * columns;
    for (let column = 0, x = 0; column < columns; column++) {
      const end = Math.min(x + cell, width);
      let most2 = at(data, line + column);
      for (; x < end; x++) if (at(grey, y * width + x) > most2) most2 = at(grey, y * width + x);
      data[line + column] = most2;
    }
  }
  const margin = 2 * reach + 1;
  const bright = extremes(extended({ columns, rows, data }, margin), reach, Math.max);
  return cropped(extremes(bright, reach + (cell > 1 ? 1 : 0), Math.min), margin);
}
__name(closedGrid, "closedGrid");
function extended({ columns, rows, data }, margin) {
  const [wide, high] = [columns + 2 * margin, rows + 2 * margin];
  const larger = { columns: wide, rows: high, data: new Uint8Array(wide * high) };
  for (let y = 0; y < rows; y++) {
    const start = (y + margin) * wide + margin;
    larger.data.set(data.subarray(y * columns, (y + 1) * columns), start);
    extend(larger.data, start, 1, columns, margin);
  }
  for (let x = 0; x < wide; x++) extend(larger.data, margin * wide + x, wide, rows, margin);
  return larger;
}
__name(extended, "extended");
function extend(data, start, step2, length, margin) {
  for (const [end, inwards] of [
    [start, step2],
    [start + (length - 1) * step2, -step2]
  ]) {
    const edge = at(data, end);
    for (let i = 1; i <= margin; i++) {
      const inside = at(data, end + Math.min(i, length - 1) * inwards);
      data[end - i * inwards] = Math.max(Math.min(edge, 2 * edge - inside), 0);
    }
  }
}
__name(extend, "extend");
function cropped({ columns, rows, data }, margin) {
  const [narrow, low] = [columns - 2 * margin, rows - 2 * margin];
  const inner = new Uint8Array(narrow * low);
  for (let y = 0; y < low; y++) {
    const start = (y + margin) * columns + margin;
    inner.set(data.subarray(start, start + narrow), y * narrow);
  }
  return { columns: narrow, rows: low, data: inner };
}
__name(cropped, "cropped");
function extremes({ columns, rows, data }, reach, choose) {
  const across = new Uint8Array(data.length);
  const blocks = { prefix: new Uint8Array(Math.max(columns, rows)), suffix: new Uint8Array(Math.max(columns, rows)) };
  for (let y = 0; y < rows; y++) slide(data, across, y * columns, 1, columns, reach, choose, blocks);
  const both = new Uint8Array(data.length);
  for (let x = 0; x < columns; x++) slide(across, both, x, columns, rows, reach, choose, blocks);
  return { columns, rows, data: both };
}
__name(extremes, "extremes");
function slide(from, to, start, step2, length, reach, choose, { prefix, suffix }) {
  const block = 2 * reach + 1;
  for (let i = 0; i < length; i++) {
    const value = at(from, start + i * step2);
    prefix[i] = i % block === 0 ? value : choose(at(prefix, i - 1), value);
  }
  for (let i = length - 1; i >= 0; i--) {
    const value = at(from, start + i * step2);
    suffix[i] = i % block === block - 1 || i === length - 1 ? value : choose(at(suffix, i + 1), value);
  }
  for (let i = 0; i < length; i++) {
    const [first, last] = [Math.max(i - reach, 0), Math.min(i + reach, length - 1)];
    const whole = first % block === 0 ? at(prefix, last) : at(suffix, first);
    to[start + i * step2] = Math.floor(first / block) === Math.floor(last / block) ? whole : choose(at(suffix, first), at(prefix, last));
  }
}
__name(slide, "slide");
function smooth({ width, height, data }) {
  const across = new Uint16Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      across[i] = data[x > 0 ? i - 1 : i] + data[i] + data[x < width - 1 ? i + 1 : i];
    }
  }
  const smoothed = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const [up, down] = [y > 0 ? -width : 0, y < height - 1 ? width : 0];
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      smoothed[i] = (across[i + up] + across[i] + across[i + down]) / 9 + 0.5;
    }
  }
  return smoothed;
}
__name(smooth, "smooth");
function spreadOf(values) {
  const finer = 4;
  const bins = 256 * finer;
  const histogram = new Uint32Array(2 * bins);
  for (let i = 0; i < values.length; i++) {
    const bin = Math.min(Math.max(Math.floor(at(values, i) * finer) + bins, 0), 2 * bins - 1);
    histogram[bin] = histogram[bin] + 1;
  }
  const half = values.length / 2;
  let [middle, sum] = [0, 0];
  while (sum < half) sum += histogram[middle++];
  let [distance, near2] = [0, histogram[middle - 1]];
  while (near2 < half && distance < 2 * bins) {
    distance++;
    near2 += (histogram[middle - 1 - distance] ?? 0) + (histogram[middle - 1 + distance] ?? 0);
  }
  return { middle: (middle - 0.5 - bins) / finer, deviation: 1.4826 * distance / finer };
}
__name(spreadOf, "spreadOf");

// ts/digits/order.ts
var leastShared = 0.4;
function inLines(things) {
  const lines = [];
  for (const thing of [...things].sort((a, b) => a.left - b.left)) {
    let [best, most2] = [void 0, leastShared];
    for (const line of lines) {
      const share = shared(line.at(-1), thing);
      if (share > most2) [best, most2] = [line, share];
    }
    if (best) best.push(thing);
    else lines.push([thing]);
  }
  const middle = /* @__PURE__ */ __name((line) => line.reduce((sum, { top, height }) => sum + top + height / 2, 0) / line.length, "middle");
  return lines.sort((a, b) => middle(a) - middle(b));
}
__name(inLines, "inLines");
function shared(a, b) {
  const common = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  return common / Math.min(a.height, b.height);
}
__name(shared, "shared");

// ts/digits/shrink.ts
var workingSide = 1e3;
function shrinkFactor({ width, height }) {
  return Math.ceil(Math.max(width, height) / workingSide);
}
__name(shrinkFactor, "shrinkFactor");
function shrink(picture, factor) {
  if (factor === 1) return picture;
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(Math.floor(side / factor), 1));
  const [across, down] = [Math.min(factor, picture.width), Math.min(factor, picture.height)];
  const data = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let row = y * factor; row < y * factor + down; row++) {
      let at2 = row * picture.width;
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let i = 0; i < across; i++) sum += picture.data[at2 + i];
        at2 += factor;
        sums[x] = sums[x] + sum;
      }
    }
    for (let x = 0; x < width; x++) data[y * width + x] = Math.round(sums[x] / (across * down));
  }
  return { width, height, data };
}
__name(shrink, "shrink");

// ts/digits/read.ts
var [sureAlone, sureCut] = [0.9, 0.985];
var leastCut = 0.35;
var [leastNone, certainlySeveral] = [0.3, 1.6];
var widestDigit = 1.25;
var surelyOne = 0.7;
var lowPart = 0.6;
function readPicture(picture, network) {
  const factor = shrinkFactor(picture);
  const small = shrink(picture, factor);
  const best = lookAt(small, network);
  const lines = inLines(best.map((seen) => ({ ...boxOf(seen.part), seen })));
  const digits = lines.flat().map(({ seen }) => tell(seen, factor));
  const text = lines.map((line) => line.map(({ seen }) => seen.digit).join("")).join("\n");
  return { text, digits };
}
__name(readPicture, "readPicture");
function findDigit(picture, network) {
  const seen = lookAt(shrink(picture, shrinkFactor(picture)), network);
  if (seen.length === 0) return void 0;
  const room = /* @__PURE__ */ __name(({ part }) => part.width * part.height, "room");
  const { image } = seen.reduce((a, b) => room(b) > room(a) ? b : a);
  return { image, sureDigits: seen.filter(({ sure }) => sure).length };
}
__name(findDigit, "findDigit");
function lookAt(picture, network) {
  const sides = [() => picture, () => inverted(picture)];
  if (!isLight(picture)) sides.reverse();
  let best = [];
  for (const side of sides) {
    const seen = readInk(findInk(side()), network);
    if (merit(seen) > merit(best)) best = seen;
    if (best.length > 0 && best.every(({ sure }) => sure)) break;
  }
  return best;
}
__name(lookAt, "lookAt");
var inverted = /* @__PURE__ */ __name(({ width, height, data }) => ({
  width,
  height,
  data: data.map((grey) => 255 - grey)
}), "inverted");
function isLight({ data }) {
  const counts = new Uint32Array(256);
  for (let i = 0; i < data.length; i++) counts[data[i]] = counts[data[i]] + 1;
  const quantile = /* @__PURE__ */ __name((share) => {
    let [grey, sum] = [0, counts[0]];
    while (sum <= share * data.length && grey < 255) sum += counts[++grey];
    return grey;
  }, "quantile");
  return 2 * quantile(0.5) >= quantile(5e-3) + quantile(0.995);
}
__name(isLight, "isLight");
function merit(seen) {
  const worth = /* @__PURE__ */ __name(({ part, probability, sure }) => Math.max(probability - 0.2, 0.1) * part.width * part.height * (sure ? 1 : 0.8), "worth");
  return seen.reduce((sum, digit) => sum + worth(digit), 0);
}
__name(merit, "merit");
function readInk(ink, network) {
  const judge = judgeBy(network, ink);
  let best = [];
  for (const candidates of candidatesOf(ink)) {
    const seen = readParts(candidates, ink, judge);
    if (merit(seen) > merit(best)) best = seen;
    if (best.length > 0 && best.every(({ sure }) => sure)) break;
  }
  return best;
}
__name(readInk, "readInk");
function readParts(parts, ink, judge) {
  const joined = joinParts(parts.map(judge), ink, judge);
  const seen = joined.flatMap((verdict) => readPart(verdict, ink, judge));
  const heights = seen.filter(({ sure }) => sure).map(({ part }) => part.height).sort((a, b) => a - b);
  const typical = heights[heights.length >> 1];
  return seen.filter(
    ({ part, sure }) => sure || typical === void 0 || Math.max(part.width, part.height) > 0.45 * typical
  );
}
__name(readParts, "readParts");
function joinParts(verdicts, ink, judge) {
  const left = [...verdicts].sort((a, b) => size(a.part) - size(b.part));
  const done = [];
  while (left.length > 0) {
    const small = left.shift();
    let best;
    for (const [index, other] of left.entries()) {
      if (!mayJoin(small.part, other.part)) continue;
      const verdict = judge(join([small.part, other.part], ink.width));
      const gain = verdict.probability - other.probability + (none(small) > 0.5 ? 0.1 : -0.3);
      if (gain > (best?.gain ?? 0)) best = { index, verdict, gain };
    }
    if (best) left[best.index] = best.verdict;
    else done.push(small);
  }
  return done;
}
__name(joinParts, "joinParts");
var size = /* @__PURE__ */ __name(({ width, height }) => Math.max(width, height), "size");
function mayJoin(small, large) {
  const gapX = Math.max(small.left, large.left) - Math.min(small.left + small.width, large.left + large.width);
  const gapY = Math.max(small.top, large.top) - Math.min(small.top + small.height, large.top + large.height);
  const high = Math.max(small.top + small.height, large.top + large.height) - Math.min(small.top, large.top);
  const wide = Math.max(small.left + small.width, large.left + large.width) - Math.min(small.left, large.left);
  if (wide > widestDigit * high || gapX > 0.15 * high || gapY > 0.25 * high) return false;
  return small.height < lowPart * large.height || high < 1.35 * large.height;
}
__name(mayJoin, "mayJoin");
var none = /* @__PURE__ */ __name(({ probabilities }) => probabilities[digitClasses], "none");
function readPart(verdict, ink, judge) {
  const { part, probability } = verdict;
  const shaped = part.width <= widestDigit * part.height;
  if (probability >= sureAlone && shaped) return [{ ...verdict, sure: true }];
  const strange = none(verdict) > 0.5;
  if (strange && isThin(part)) {
    const inside = withoutLines(part, ink).map(judge);
    const digits = inside.filter((inner) => inner.probability >= sureAlone);
    if (digits.length > 0) return digits.map((inner) => ({ ...inner, sure: true }));
    if (part.width > 0.5 * ink.width && part.height > 0.5 * ink.height) return [];
  }
  if (none(verdict) > leastNone || part.width > certainlySeveral * part.height) {
    const cut = cutApart(part, ink.width, judge, Math.max(worthAsOne(verdict), leastCut));
    if (cut) return cut.verdicts.map((piece) => ({ ...piece, sure: piece.probability >= sureCut }));
  }
  return strange && isLine(part) ? [] : [{ ...verdict, sure: false }];
}
__name(readPart, "readPart");
function worthAsOne({ part, probability, probabilities }) {
  const shape = part.width / part.height;
  if (shape > widestDigit) return 0.8 * probability;
  const single = Math.min((widestDigit - shape) / (widestDigit - surelyOne), 1);
  return probability + 0.5 * single * probabilities[digitClasses];
}
__name(worthAsOne, "worthAsOne");
function isThin({ width, height, pixels }) {
  return pixels.length < 0.25 * width * height;
}
__name(isThin, "isThin");
function isLine({ width, height, pixels }) {
  return width > 3 * height || pixels.length < 0.05 * width * height;
}
__name(isLine, "isLine");
var boxOf = /* @__PURE__ */ __name(({ left, top, width, height }) => ({ left, top, width, height }), "boxOf");
function tell({ part, digit, probability, probabilities, sure }, factor) {
  const alternatives = Array.from(probabilities.subarray(0, digitClasses), (share, other) => ({
    digit: other,
    probability: share
  })).filter((other) => other.digit !== digit && other.probability >= 0.01).sort((a, b) => b.probability - a.probability);
  const box = { x: part.left * factor, y: part.top * factor, width: part.width * factor, height: part.height * factor };
  return { digit, probability, box, alternatives, unsure: !sure };
}
__name(tell, "tell");

export {
  readPicture,
  findDigit
};
//# sourceMappingURL=chunk-6JW7BZHZ.js.map