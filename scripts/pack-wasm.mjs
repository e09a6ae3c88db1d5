import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

/** Shorter repeats cost as much as they save. */
const shortest = 16;
/** Places where something begins that are looked at, at most. */
const mostPlaces = 64;

/** @param folder of the builds @returns of each build its name and its bytes */
export function readWasm(folder, names) {
  return names.map((name) => [name, readFileSync(join(folder, `pkg-${name}/inkgrad_wasm_bg.wasm`))]);
}

/**
 * Builds end to end, compressed with zlib. They have most of their code in common, which lies farther apart than the
 * 32 KiB that zlib looks back; so what an earlier build has is taken out first. ts/browser/unpack-wasm.ts undoes it.
 */
export function packBuilds(builds) {
  return deflateSync(withoutRepeats(builds.map(([, bytes]) => bytes)), { level: 9 });
}

/**
 * The number of bytes of a list of steps, the steps, and the bytes that they leave. A step is three numbers: how many
 * bytes to take from those, how many to copy of what is there, and how far back (less the same of the step before, its
 * sign in the last bit).
 */
function withoutRepeats(files) {
  const all = Buffer.concat(files);
  const steps = [];
  const left = [];
  const places = new Map();
  let start = 0;
  let shift = 0;
  for (const { length } of files) {
    const end = start + length;
    let from = start;
    let at = start;
    const takeStep = ({ place, size }) => {
      const change = at - place - shift;
      steps.push(at - from, size, 2 * Math.abs(change) + (change < 0 ? 1 : 0));
      left.push(all.subarray(from, at));
      shift = at - place;
      at += size;
      from = at;
    };
    while (at < end) {
      const repeat = start > 0 ? longestRepeat(all, at, { start, end, shift }, places) : undefined;
      if (repeat) takeStep(repeat);
      else at++;
    }
    takeStep({ place: at - shift, size: 0 });
    notePlaces(all, start, end, places);
    start = end;
  }
  const list = Buffer.from(steps.flatMap(varint));
  return Buffer.concat([Buffer.from(varint(list.length)), list, ...left]);
}

/** @param bounds of the build, which copies from the ones before it; the shift of the last repeat, which costs nothing */
function longestRepeat(all, at, { start, end, shift }, places) {
  const candidates = [...(places.get(keyAt(all, at)) ?? []), at - shift];
  let best = { place: 0, size: 0 };
  for (const place of candidates) {
    let size = 0;
    while (at + size < end && place + size < start && all[at + size] === all[place + size]) size++;
    if (size > best.size) best = { place, size };
  }
  return best.size >= (at - best.place === shift ? shortest / 2 : shortest) ? best : undefined;
}

function notePlaces(all, start, end, places) {
  for (let at = start; at + shortest <= end; at++) {
    const key = keyAt(all, at);
    const known = places.get(key);
    if (!known) places.set(key, [at]);
    else if (known.length < mostPlaces) known.push(at);
  }
}

const keyAt = (all, at) => all.toString('latin1', at, at + shortest);

/** Seven bits a byte, the lowest first; the eighth says that more follow. */
function varint(value) {
  const bytes = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
  return [...bytes, value];
}
