/**
 * Files that somebody made to do harm, or a program by mistake: parts of good files put in each other's places, and
 * small files that would become large. A typed error or a model, soon. `INKGRAD_FUZZ=600` goes on for so many seconds.
 */

import fc from 'fast-check';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { FormatError, InkgradError } from '../../ts/errors.ts';
import type { ModelFile } from '../../ts/formats/format.ts';
import { writeNpy } from '../../ts/formats/npz/write-npy.ts';
import { readModel } from '../../ts/formats.ts';
import { parseJson } from '../../ts/json.ts';
import { sequential } from '../../ts/model.ts';
import { usePlatform } from '../../ts/platform.ts';
import { writeSafetensors } from '../../ts/safetensors.ts';
import { computed } from '../computed.ts';
import { fileBytes } from './support.ts';

const seconds = Number(process.env.INKGRAD_FUZZ ?? 0);
const limits = { numRuns: seconds > 1 ? 1e9 : 400, ...(seconds > 1 && { interruptAfterTimeLimit: 1000 * seconds }) };
const timeout = 60_000 + 1000 * seconds;

beforeAll(() => usePlatform({ warn() {} } as unknown as Parameters<typeof usePlatform>[0]));

const decode = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes));
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** Reads it as loadModel does; what is no InkgradError goes on to the test. */
async function load(file: ModelFile): Promise<boolean> {
  const start = computed();
  try {
    const { name, seed, layers, compile } = await readModel(file);
    const model = sequential({ name, seed, layers });
    if (compile) model.compile(compile);
    return true;
  } catch (error) {
    if (!(error instanceof InkgradError)) throw error;
    return false;
  } finally {
    expect(computed() - start).toBeLessThan(1000);
  }
}

/** What stands anywhere in files, and what never should. */
const values = fc.oneof(
  fc.constantFrom<unknown>(null, true, [], {}, '', 'x', '__proto__', 'constructor', '../x', '/etc/passwd', -1, 0, 0.5),
  fc.constantFrom<unknown>(1e9, 2 ** 31, 2 ** 53, 1e308, 'relu', 'Dense', 'float32', 'dense/kernel', [[[]]], [1, 2], {
    a: 1,
  }),
  fc.jsonValue({ maxDepth: 3 }),
);

interface Edit {
  readonly at: number;
  readonly value: unknown;
  readonly way: 'replace' | 'remove' | 'rename' | 'repeat';
}
const edits = fc.array(
  fc.record<Edit>({ at: fc.nat(), value: values, way: fc.constantFrom('replace', 'remove', 'rename', 'repeat') }),
  { minLength: 1, maxLength: 4 },
);

function change(node: Record<string, unknown>, key: string, value: unknown, way: Edit['way']): void {
  if (way === 'replace') node[key] = value;
  else if (way === 'remove') delete node[key];
  else if (Array.isArray(node)) node.push(structuredClone(node[Number(key)]));
  else if (way === 'rename') {
    Object.defineProperty(node, String(value), {
      value: structuredClone(node[key]),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
}

/** A copy with a part of it, whichever, replaced, left out, renamed or repeated. */
function edited(json: unknown, changes: readonly Edit[]): unknown {
  const copy = structuredClone(json);
  for (const { at, value, way } of changes) {
    const places: [Record<string, unknown>, string][] = [];
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const key of Object.keys(node)) {
        places.push([node as Record<string, unknown>, key]);
        visit((node as Record<string, unknown>)[key]);
      }
    };
    visit(copy);
    const [node, key] = places[at % places.length] ?? [];
    if (!node || key === undefined) continue;
    change(node, key, structuredClone(value), way);
  }
  return copy;
}

describe('parts of good files in other places, of', () => {
  const shards = (name: string) => (path: string) => {
    return path === 'group1-shard1of1.bin'
      ? Promise.resolve(fileBytes(`${name}/${path}`))
      : Promise.reject(new InkgradError(path));
  };

  test.each(['tfjs-every', 'tfjs-compiled', 'tfjs-uint8', 'tfjs-functional', 'tfjs-graph-plain'])(
    '%s',
    async (name) => {
      const bytes = fileBytes(`${name}/model.json`);
      const json = decode(bytes);
      await readModel({ bytes, source: name, beside: shards(name) }); // so that the reader is loaded
      await fc.assert(
        fc.asyncProperty(edits, async (changes) => {
          await load({ bytes: encode(edited(json, changes)), source: name, beside: shards(name) });
        }),
        limits,
      );
    },
    timeout,
  );

  test.each(['sklearn-classifier.json', 'sklearn-bare.json'])(
    '%s',
    async (name) => {
      const json = decode(fileBytes(name));
      await fc.assert(
        fc.asyncProperty(edits, async (changes) => {
          await load({ bytes: encode(edited(json, changes)), source: name });
        }),
        limits,
      );
    },
    timeout,
  );

  test.each(['torch-batch-norm', 'torch-F16', 'torch-layer-norm', 'ours'])(
    '%s.safetensors',
    async (name) => {
      const bytes = fileBytes(`${name}.safetensors`);
      const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
      const header = decode(bytes.subarray(8, 8 + length)) as Record<string, unknown>;
      const { inkgrad } = (header.__metadata__ ?? {}) as { inkgrad?: string };
      const description = inkgrad === undefined ? undefined : (JSON.parse(inkgrad) as object);
      await fc.assert(
        fc.asyncProperty(edits, fc.boolean(), async (changes, within) => {
          // Of our own, what the metadata say of the model, without the sum that would tell.
          const changed =
            within && description
              ? { ...header, __metadata__: { inkgrad: JSON.stringify(edited(description, changes)) } }
              : edited(header, changes);
          const text = encode(changed);
          const file = new Uint8Array(8 + text.length + bytes.length - 8 - length);
          new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
          file.set(text, 8);
          file.set(bytes.subarray(8 + length), 8 + text.length);
          await load({ bytes: file, source: name });
        }),
        limits,
      );
    },
    timeout,
  );
});

/** Names as programs give them, and shapes that fit or do not. */
const names = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('', 'fc1.', 'fc2.', '0.', '2.', 'net.0.'),
      fc.constantFrom('weight', 'bias', 'running_mean', 'running_var'),
    )
    .map(([a, b]) => a + b),
  fc
    .tuple(
      fc.constantFrom('dense/', 'dense_1/', 'a/b/', '__proto__/'),
      fc.constantFrom('kernel', 'bias', 'gamma', 'alpha', 'moving_mean', 'moving_variance', 'bias:0'),
    )
    .map(([a, b]) => a + b),
  fc.constantFrom(
    'arr_0',
    'arr_1',
    'arr_2',
    'arr_3',
    'arr_4',
    'coefs_0',
    'coefs_1',
    'intercepts_0',
    'intercepts_1',
    '__proto__',
    '',
  ),
);
const tensors = fc.uniqueArray(fc.tuple(names, fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 })), {
  selector: ([name]) => name,
  maxLength: 9,
});
const tensorOf = (shape: readonly number[]) => ({
  data: new Float32Array(shape.reduce((a, b) => a * b, 1)).fill(0.5),
  shape,
});

test(
  'any weights by any names: a model or a typed error',
  async () => {
    let models = 0;
    await fc.assert(
      fc.asyncProperty(tensors, async (list) => {
        const files = list.map(([name, shape]) => [`${name}.npy`, writeNpy(tensorOf(shape))] as const);
        const made = new Map(list.map(([name, shape]) => [name, tensorOf(shape)] as const));
        const safetensors = writeSafetensors({ tensors: made, metadata: new Map() });
        if (await load({ bytes: safetensors, source: 'weights.safetensors' })) models++;
        if (files.length > 0) await load({ bytes: zipSync(Object.fromEntries(files)), source: 'weights.npz' });
      }),
      { ...limits, numRuns: 5 * limits.numRuns },
    );
    expect(models).toBeGreaterThan(0);
  },
  timeout,
);

describe('what would become large is refused:', () => {
  test('archives', async () => {
    const zeros = writeNpy({ data: new Float32Array(2 ** 23), shape: [2 ** 12, 2 ** 11] });
    const bytes = zipSync({ 'arr_0.npy': zeros });
    expect(bytes.length).toBeLessThan(100_000);
    await expect(readModel({ bytes, source: 'file' })).rejects.toThrow(FormatError);
    await expect(readModel({ bytes, source: 'file' })).rejects.toThrow('at most 16777216 bytes when unpacked');
  });

  test.each([
    ['lists', '[],'],
    ['objects', '{},'],
    ['zeros', '0,'],
    ['depth', '['],
  ])('JSON of nothing but %s', (_what, part) => {
    const bytes = new TextEncoder().encode(`[${part.repeat(5e6 / part.length)}0]`);
    const before = process.memoryUsage().heapUsed;
    expect(() => parseJson(bytes, 'file', 'a model')).toThrow(FormatError);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(2 * bytes.length + 2 ** 24);
  });
});
