/**
 * Every public function, with each of its arguments in turn replaced by something odd, at every depth: it takes it, or
 * throws a typed error of some length that can be read. Nothing else, and in no long time.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createEngine, type Engine, InkgradError } from 'inkgrad';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Call, descriptions, functions, methods } from './calls.ts';
import { oddValues } from './odd-values.ts';

/** The longest that a call may take; what is odd is found out at once. */
const MOST_SECONDS = 5;
const MOST_LETTERS = 3000;

let engine: Engine;
const [home, folder] = [process.cwd(), mkdtempSync(join(tmpdir(), 'inkgrad-faults-'))];
beforeAll(async () => {
  process.chdir(folder); // some of it is taken for a path to save to
  engine = await createEngine({ threads: 1 });
});
afterAll(async () => {
  await engine.terminate();
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

/** Ways to a value within arguments: 1, then 'validationData', then 0; the first of an array stands for all. */
function placesIn(value: unknown, place: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  const own = place.length > 0 ? [place] : [];
  if (place.length > 3 || typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return own;
  if (Object.getPrototypeOf(value) !== Object.prototype && !Array.isArray(value)) return own;
  return [
    ...own,
    ...Object.entries(value)
      .slice(0, Array.isArray(value) ? 1 : 8)
      .flatMap(([key, inner]) => placesIn(inner, [...place, key])),
  ];
}

function replaced(value: unknown, [key, ...rest]: readonly (string | number)[], odd: unknown): unknown {
  if (key === undefined) return odd;
  const copy: unknown = Array.isArray(value) ? [...value] : { ...(value as object) };
  (copy as Record<string | number, unknown>)[key] = replaced(
    (value as Record<string | number, unknown>)[key],
    rest,
    odd,
  );
  return copy;
}

/** What went wrong with a call, if it did. */
async function fault({ function: called, values }: Call, given: unknown): Promise<string | undefined> {
  const start = performance.now();
  let told: string | undefined;
  try {
    const result = called(...(given as never[]));
    const late = sleep(1000 * MOST_SECONDS, 'late', { ref: false });
    if (result instanceof Promise) {
      if ((await Promise.race([result, late])) === 'late') told = 'has not settled';
    }
  } catch (error) {
    // What was handed over failed by itself: an object, or a class where a function is asked for.
    const isOthers = /^an object of somebody else failed|^Class constructors? .*cannot be invoked/.test(
      String((error as Error)?.message),
    );
    if (!(error instanceof InkgradError) && !isOthers) told = `${(error as Error)?.stack ?? String(error)}`;
    else if ((error as Error).message.length > MOST_LETTERS)
      told = `a message of ${(error as Error).message.length} letters`;
  }
  for (const key in {}) {
    told = `Object.prototype has a '${key}' since`;
    Reflect.deleteProperty(Object.prototype, key);
  }
  const seconds = (performance.now() - start) / 1000;
  if (told === undefined && seconds > MOST_SECONDS) told = `took ${seconds} s`;
  expect(values).toBeDefined();
  return told;
}

test.each([
  ['descriptions', descriptions],
  ['functions', functions],
  ['methods', () => methods(engine)],
])('%s', { timeout: 300_000 }, async (_, list) => {
  const faults: string[] = [];
  let calls = 0;
  for (const call of list()) {
    for (const place of call.values.flatMap((value, i) => placesIn(value, [i]))) {
      for (const [name, make] of oddValues) {
        calls++;
        const told = await fault(call, replaced(call.values, place, make()));
        if (told !== undefined) faults.push(`${call.name}, ${name} as ${place.join('.')}: ${told}`);
      }
    }
  }
  console.log(`${calls} calls`);
  expect(faults).toEqual([]);
});
