import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce, type Work } from '../../ts/engine/turn.ts';
import {
  DtypeError,
  EmptyDataError,
  type InkgradError,
  LabelError,
  NonFiniteError,
  OptionError,
  ShapeError,
} from '../../ts/errors.ts';
import { fileBytes, isBlob, isUrl, numericArray } from '../../ts/inputs/arrays.ts';
import { takeTensor } from '../../ts/inputs/tensor.ts';
import { checkFinite, takeRows, takeShapedRows, takeTargets, takeWeights, toRows, toWeights } from '../../ts/inputs.ts';
import type { TargetKind } from '../../ts/losses.ts';
import { ImageTensor } from '../../ts/tensor.ts';

type ErrorClass = new (...values: never[]) => InkgradError;

describe('what is long is taken in pieces, between which the event loop may have turns:', () => {
  const [rows, columns] = [600, 784];
  const number = (i: number) => (i % 97) / 96;
  const flat = Array.from({ length: rows * columns }, (_, i) => number(i));
  const floats = Float32Array.from(flat);
  const nested = Array.from({ length: rows }, (_, row) => flat.slice(row * columns, (row + 1) * columns));
  const images = nested.map((row) => Array.from({ length: 28 }, (_, y) => row.slice(28 * y, 28 * y + 28)));

  /** What comes of it, and in how many pieces. */
  function counted<Result>(work: Work<Result>): readonly [Result, number] {
    for (let pieces = 1; ; pieces++) {
      const { done, value } = work.next();
      if (done) return [value, pieces];
    }
  }

  /** Whether typed arrays hold the same; `toEqual` takes twenty seconds. */
  const same = (a: ArrayBufferView, b: ArrayBufferView) =>
    Buffer.compare(new Uint8Array(a.buffer), new Uint8Array(b.buffer)) === 0;

  test.each<[string, unknown]>([
    ['nested rows', nested],
    ['nested images', images],
    ['one long row in an array', [flat]],
    ['plain numbers', flat],
    ['doubles', Float64Array.from(flat)],
    ['numbers with a shape', { data: flat, shape: [rows, columns] }],
  ])('%s', (_, x) => {
    const length = Array.isArray(x) && x.length === 1 ? rows * columns : columns;
    const [taken, pieces] = counted(takeRows('x', x, length));
    expect(taken.count).toBe((rows * columns) / length);
    expect('floats' in taken && same(taken.floats, floats)).toBe(true);
    expect(pieces).toBeGreaterThanOrEqual(7);
  });

  test('targets, whatever the loss takes them for', () => {
    const hot = Array.from({ length: 20_000 }, (_, row) =>
      Array.from({ length: 10 }, (_, i) => Number(i === row % 10)),
    );
    const [classes, pieces] = counted(takeTargets('y', hot, 20_000, 'classes', 10));
    const ids = Uint32Array.from(hot, (_, row) => row % 10);
    expect('classes' in classes && same(classes.classes, ids)).toBe(true);
    expect(pieces).toBeGreaterThan(6);
    for (const kind of ['numbers', 'shares', 'signs'] as const) {
      const [values, count] = counted(takeTargets('y', nested, rows, kind, columns));
      expect('values' in values && same(values.values, floats)).toBe(true);
      expect(count).toBeGreaterThan(10);
    }
  });

  test('weights', () => {
    const [weights, pieces] = counted(takeWeights([nested], [[rows, columns]]));
    expect(same(weights, floats)).toBe(true);
    expect(pieces).toBeGreaterThan(15);
  });

  test('faults are named by their places all the same', () => {
    const spoiled = (row: number, column: number, value: unknown) =>
      nested.map((numbers, i) => (i === row ? numbers.map((n, j) => (j === column ? value : n)) : numbers));
    expect(() => toRows('x', spoiled(500, 3, 'a'), columns)).toThrow('x[500][3]: expected a number');
    expect(() => toRows('x', [[...flat.slice(0, -1), null]], rows * columns)).toThrow(`x[0][${rows * columns - 1}]:`);
    expect(() => toRows('x', [...nested.slice(0, 400), [1]], columns)).toThrow('x[400]: expected length 784');
    const y = () => atOnce(takeTargets('y', spoiled(599, 783, Number.NaN), rows, 'numbers', columns));
    expect(y).toThrow(new NonFiniteError('y', 'finite numbers', `NaN at ${rows * columns - 1}`));
    const first = (value: number, kind: TargetKind) => () => atOnce(takeTargets('y', [value, 1], 2, kind, 1));
    expect(first(Number.NaN, 'numbers')).toThrow(new NonFiniteError('y', 'finite numbers', 'NaN at 0'));
    expect(first(-0.5, 'shares')).toThrow(new LabelError('y[0]', 'a number from 0 to 1', '-0.5'));
    expect(first(-1.5, 'signs')).toThrow(new LabelError('y[0]', 'a number from -1 to 1', '-1.5'));
    expect(first(9, 'classes')).toThrow(new LabelError('y[0]', 'a class id from 0 to 0', '9'));
    expect(() => toWeights([[Number.NaN, 1]], [[2]])).toThrow(
      new NonFiniteError('weights[0]', 'finite numbers', 'NaN at 0'),
    );
    const weights = () => toWeights([spoiled(300, 0, Infinity)], [[rows, columns]]);
    expect(weights).toThrow(new NonFiniteError('weights[0]', 'finite numbers', `Infinity at ${300 * columns}`));
  });
});

describe('the bytes of a file', () => {
  const bytes = (value: unknown) => fileBytes('file', value, 'bytes');
  const buffer = Uint8Array.of(1, 2, 3, 4, 5).buffer;

  test.each<[string, unknown, number[]]>([
    ['a Uint8Array', new Uint8Array(buffer), [1, 2, 3, 4, 5]],
    ['a part of one', new Uint8Array(buffer, 1, 3), [2, 3, 4]],
    ['one byte', new Uint8Array(buffer, 4), [5]],
    ['a Buffer', Buffer.from(buffer, 3), [4, 5]],
    ['a DataView', new DataView(buffer, 2), [3, 4, 5]],
    ['an ArrayBuffer', buffer, [1, 2, 3, 4, 5]],
    ['nothing', new Uint8Array(), []],
  ])('are those of %s, without a copy', (_, value, expected) => {
    const taken = bytes(value);
    expect([...taken]).toEqual(expected);
    expect(taken.buffer === buffer).toBe(expected.length > 0);
  });

  test('are none where they were handed over to somebody else', () => {
    const view = Uint8Array.of(1, 2, 3);
    structuredClone(view.buffer, { transfer: [view.buffer] });
    for (const value of [view, new DataView(new ArrayBuffer(0))]) expect([...bytes(value)]).toEqual([]);
  });

  test('are copied where other threads may change them', () => {
    const shared = new SharedArrayBuffer(3);
    const view = new Uint8Array(shared);
    view.set([7, 8, 9]);
    for (const value of [shared, view]) {
      const taken = bytes(value);
      expect(taken.buffer).toBeInstanceOf(ArrayBuffer);
      expect([...taken]).toEqual([7, 8, 9]);
    }
  });

  test.each([[[1, 2]], ['text'], [null], [{}], [new Blob([])]])('are not those of %o', (value) => {
    expect(() => bytes(value)).toThrow(DtypeError);
  });

  test('blobs and addresses are known by what they are', () => {
    const blobs = [new Blob([]), new File([], 'a'), new URL('file:///a'), {}, null, 'a'];
    expect(blobs.map(isBlob)).toEqual([true, true, false, false, false, false]);
    expect(blobs.map(isUrl)).toEqual([false, false, true, false, false, false]);
  });
});

describe('arrays of numbers', () => {
  const kinds = [
    Float32Array,
    Float64Array,
    Uint8Array,
    Uint8ClampedArray,
    Int8Array,
    Uint16Array,
    Int16Array,
    Uint32Array,
    Int32Array,
  ];
  test.each(kinds.map((Kind) => [Kind.name, Kind] as const))('of the kind %s are taken as they are', (_, Kind) => {
    for (const numbers of [[], [7], [1, 2, 3]]) {
      const array = Kind.from(numbers);
      const taken = numericArray('x', array);
      expect(taken).toEqual(array);
      if (numbers.length > 0) expect(taken).toBe(array);
    }
  });

  test('of a class of their own are one of ours on the same memory', () => {
    class Own extends Float32Array {}
    const own = new Own([1, 2, 3, 4]).subarray(1, 3);
    const taken = numericArray('x', own);
    expect(taken?.constructor).toBe(Float32Array);
    expect([...(taken ?? [])]).toEqual([2, 3]);
    expect(taken?.buffer).toBe(own.buffer);
    structuredClone(own.buffer, { transfer: [own.buffer] });
    expect(numericArray('x', own)).toEqual(new Float32Array());
  });

  test('of 64 bits are doubles, as far as these hold them', () => {
    const most = BigInt(Number.MAX_SAFE_INTEGER);
    expect(numericArray('x', BigInt64Array.of(-most, 0n, most))).toEqual(
      Float64Array.of(-Number(most), 0, Number(most)),
    );
    expect(numericArray('x', new BigUint64Array())).toEqual(new Float64Array());
    for (const [array, place] of [
      [BigInt64Array.of(-most - 1n, 0n), 0],
      [BigUint64Array.of(0n, most + 1n), 1],
    ] as const) {
      expect(() => numericArray('x', array)).toThrow(
        new DtypeError(`x[${place}]`, 'an integer within ±(2^53 - 1)', `${array[place]}n`),
      );
    }
  });

  test.each([[[1, 2]], ['text'], [null], [new DataView(new ArrayBuffer(4))], [new ArrayBuffer(4)]])(
    'are not %o',
    (value) => {
      expect(numericArray('x', value)).toBeUndefined();
    },
  );
});

describe('samples', () => {
  test('floats and bytes are taken as they are, without a copy', () => {
    const floats = new Float32Array(12);
    expect(toRows('x', floats, 4)).toEqual({ floats, count: 3 });
    expect((toRows('x', floats, 4) as { floats: Float32Array }).floats).toBe(floats);
    expect((toRows('x', { data: floats, shape: [2, 6] }, 6) as { floats: Float32Array }).floats).toBe(floats);
    const bytes = new Uint8Array([0, 255, 7, 8]);
    expect(toRows('x', bytes, 2)).toEqual({ bytes, divisor: 1, count: 2 });
    const clamped = new Uint8ClampedArray(bytes.buffer, 2);
    expect(toRows('x', clamped, 2)).toEqual({ bytes: new Uint8Array([7, 8]), divisor: 1, count: 1 });
    const inRows = { data: new Uint8ClampedArray([1, 2, 3, 4]), shape: [2, 2] };
    expect(toRows('x', inRows, 2)).toEqual({ bytes: new Uint8Array([1, 2, 3, 4]), divisor: 1, count: 2 });
  });

  test("a canvas's pixels are not taken for rows", () => {
    expect(() => toRows('x', new Uint8ClampedArray(28 * 28 * 4), 784)).toThrow(
      new ShapeError(
        'x',
        "{ data, shape: [rows, 784] }, or of a canvas's pixels what centreDigit(imageData) makes of them",
        'a Uint8ClampedArray of length 3136',
      ),
    );
  });

  test("an ImageTensor's bytes are worth byte / 255", () => {
    const images = new ImageTensor(new Uint8Array(8), [2, 4]);
    expect(toRows('x', images, 4)).toEqual({ bytes: images.bytes, divisor: 255, count: 2 });
  });

  test.each([
    [new Float64Array([1, 2, 0.5, 4])],
    [new Int16Array([1, 2, -3, 4])],
    [[1, 2, 0.5, 4]],
    [
      [
        [1, 2],
        [0.5, 4],
      ],
    ],
    [
      [
        [[1], [2]],
        [[0.5], [4]],
      ],
    ],
    [[new Float32Array([1, 2]), new Float32Array([0.5, 4])]],
    [{ data: new Float64Array([1, 2, 0.5, 4]), shape: [2, 2, 1] }],
  ])('%#: 2 rows of 2', (x) => {
    const rows = toRows('x', x, 2) as { floats: Float32Array; count: number };
    expect(rows.count).toBe(2);
    expect(rows.floats).toBeInstanceOf(Float32Array);
    expect([...rows.floats]).toEqual([1, 2, x instanceof Int16Array ? -3 : 0.5, 4]);
  });

  const circular: unknown[] = [];
  circular.push(circular);

  test.each<[unknown, ErrorClass, string]>([
    [new Float32Array(9), ShapeError, "x: expected a multiple of the model's row length 4, got length 9"],
    [{ data: new Float32Array(8), shape: [4, 2] }, ShapeError, 'x: expected shape [rows, 4], got [4, 2]'],
    [{ data: new Float32Array(8), shape: [8] }, ShapeError, 'got [8]'],
    [{ data: new Float32Array(8), shape: [] }, ShapeError, 'x.shape: expected a shape of 8 numbers, as data has'],
    [{ data: new Float32Array(8), shape: [3, 4] }, ShapeError, 'got [3, 4], which is 12'],
    [{ data: new Float32Array(8), shape: [2.5, 4] }, ShapeError, 'x.shape: expected an array of whole numbers'],
    [{ data: new Float32Array(8), shape: [-2, -4] }, ShapeError, 'got [-2, -4]'],
    [{ data: new Float32Array(8), shape: '2,4' }, ShapeError, "got '2,4'"],
    [{ data: '1234', shape: [1, 4] }, DtypeError, 'x.data: expected a typed array or an array of numbers'],
    [{ data: [[1, 2, 3, 4]], shape: [1, 4] }, ShapeError, 'x.data: expected flat numbers, as shape tells their axes'],
    [{ data: [1, 2, 3, '4'], shape: [1, 4] }, DtypeError, "x.data[3]: expected a number, got '4'"],
    [{ bytes: new Float32Array(4), shape: [1, 4] }, DtypeError, 'x.bytes: expected a Uint8Array'],
    [{ bytes: new Uint8Array(4), shape: 4 }, ShapeError, 'x.shape: expected an array of whole numbers, got 4'],
    [[[1, 2, 3]], ShapeError, 'got [1, 3]'],
    [
      [
        [1, 2, 3, 4],
        [1, 2, 3],
      ],
      ShapeError,
      'x[1]: expected length 4, as the arrays before it, got length 3',
    ],
    [[[1, 2, 3, 4], 5], ShapeError, 'x[1]: expected an array of 4 numbers, got 5'],
    [[1, 2, 3, [4]], DtypeError, 'x[3]: expected a number, got an array of length 1'],
    [[[1, 2, 3, '4']], DtypeError, "x[0][3]: expected a number, got '4'"],
    [[[1, 2, 3, null]], DtypeError, 'got null'],
    [[[1, 2, 3, 4], null], DtypeError, 'x[1]: expected an array of 4 numbers, got null'],
    [['a', 'b'], DtypeError, "x[0]: expected a number, got 'a'"],
    [circular, ShapeError, 'x: expected at most 8 axes'],
    [BigInt64Array.of(0n, 0n, -(2n ** 53n), 0n), DtypeError, 'x[2]: expected an integer within'],
    [new DataView(new ArrayBuffer(4)), DtypeError, 'got an object of class DataView'],
    ['1,2,3,4', DtypeError, "got '1,2,3,4'"],
    [{}, DtypeError, 'x: expected a typed array, { data, shape } or nested arrays of numbers, got an object'],
    [
      { data: new Uint8ClampedArray(4), width: 1, height: 1 },
      DtypeError,
      "nested arrays of numbers, or of a canvas's pixels what centreDigit(imageData) makes of them, got an object",
    ],
    [null, DtypeError, 'got null'],
    [undefined, DtypeError, 'got undefined'],
    [3, DtypeError, 'got 3'],
    [new Float32Array(0), EmptyDataError, 'x: expected at least one row'],
    [[], EmptyDataError, 'x: expected at least one row'],
    [[[]], ShapeError, 'got [1, 0]'],
    [{ data: new Float32Array(0), shape: [0, 4] }, EmptyDataError, 'got [0, 4]'],
    [new ImageTensor(new Uint8Array(0), [0, 4]), EmptyDataError, 'got [0, 4]'],
    [new ImageTensor(new Uint8Array(6), [2, 3]), ShapeError, 'got [2, 3]'],
    [new ImageTensor(new Uint8Array(6), [2, 4]), ShapeError, 'x: expected 8 bytes for [2, 4], got 6'],
  ])('%#: refuses what are not rows of 4', (x, kind, message) => {
    expect(() => toRows('x', x, 4)).toThrow(kind);
    expect(() => toRows('x', x, 4)).toThrow(message);
  });

  test('nested arrays of any shape come out flat', () => {
    const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(shapes, (shape) => {
        const size = shape.reduce((product, length) => product * length, 1);
        const flat = Array.from({ length: size }, (_, i) => i);
        let nested: unknown[] = flat;
        for (const length of shape.slice(1).reverse()) {
          nested = Array.from({ length: nested.length / length }, (_, i) => nested.slice(i * length, (i + 1) * length));
        }
        const rows = toRows('x', nested, size / (shape[0] as number)) as { floats: Float32Array; count: number };
        expect([...rows.floats]).toEqual(flat);
      }),
    );
  });

  test('nested arrays of more numbers than an engine holds are refused before there is room for them', () => {
    class Room {
      constructor(length: number) {
        throw new RangeError(`room for ${length}`);
      }
    }
    const taken = (rows: number) => () =>
      atOnce(takeTensor('x', new Array(rows).fill(new Array(2 ** 14)), Room as unknown as Float32ArrayConstructor));
    expect(taken(2 ** 14)).toThrow(new RangeError('room for 268435456'));
    expect(taken(2 ** 14 + 1)).toThrow(
      new ShapeError('x', 'at most 268435456 numbers', 'nested arrays of shape [16385, 16384]'),
    );
  });

  test('finds the number that is not finite', () => {
    checkFinite('x', [0, -1e30]);
    expect(() => checkFinite('x', [0, 1, Number.NaN])).toThrow(NonFiniteError);
    expect(() => checkFinite('x', [0, 1, Number.NEGATIVE_INFINITY])).toThrow(
      'x: expected finite numbers, got -Infinity at 2',
    );
  });
});

describe('samples whose length no model tells', () => {
  const taken = (x: unknown, told: Parameters<typeof takeShapedRows>[2]) => atOnce(takeShapedRows('x', x, told));
  const flat = Float32Array.from({ length: 12 }, (_, i) => i);
  const images = { bytes: new Uint8Array(12), shape: [2, 3, 2] };

  test.each<[string, unknown, Parameters<typeof takeShapedRows>[2], number[], number]>([
    ['as many rows as there are labels', flat, { count: 3 }, [4], 3],
    ['a number for each of them', flat, { count: 12 }, [1], 12],
    ['one row', Array.from(flat), { count: 1 }, [12], 1],
    ['one number', [7], { count: 1 }, [1], 1],
    ['the axes that are told', flat, { inputShape: [2, 3] }, [2, 3], 2],
    ['a number, as is told', flat, { inputShape: [1] }, [1], 12],
    ['these, whatever the labels', flat, { inputShape: [4], count: 5 }, [4], 3],
    ['those of the samples', { data: flat, shape: [2, 3, 2] }, {}, [3, 2], 2],
    [
      'those of nested arrays',
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      { count: 3 },
      [3],
      2,
    ],
    ['those of images', images, {}, [3, 2], 2],
  ])('have %s', (_, x, told, inputShape, count) => {
    expect(taken(x, told)).toMatchObject({ inputShape, rows: { count } });
  });

  test.each<[unknown, Parameters<typeof takeShapedRows>[2], InkgradError]>([
    [flat, { count: 5 }, new ShapeError('x', 'as many numbers for each of 5 labels', 'length 12')],
    [flat, { count: 24 }, new ShapeError('x', 'as many numbers for each of 24 labels', 'length 12')],
    [[], { count: 3 }, new EmptyDataError('x', 'at least one row', 'none')],
    [[], { count: 0 }, new EmptyDataError('x', 'at least one row', 'none')],
    [flat, {}, new OptionError('inputShape', 'the axes of a sample, for samples without a shape', 'undefined')],
    [flat, { inputShape: [3, 0] }, new ShapeError('inputShape', 'axes of at least 1', '[3, 0]')],
    [flat, { inputShape: [5] }, new ShapeError('x', "a multiple of the model's row length 5", 'length 12')],
  ])('%#: are refused where they are no rows', (x, told, error) => {
    expect(() => taken(x, told)).toThrow(error);
  });
});

describe('labels', () => {
  const targets = (y: unknown, kind: TargetKind, units: number, rows = 3) =>
    atOnce(takeTargets('y', y, rows, kind, units));

  test.each([
    [new Uint8Array([2, 0, 1])],
    [new Uint32Array([2, 0, 1])],
    [new Float64Array([2, 0, 1])],
    [[2, 0, 1]],
    [[[2], [0], [1]]],
    [{ data: new Int32Array([2, 0, 1]), shape: [3] }],
    [{ data: new Int32Array([2, 0, 1]), shape: [3, 1] }],
    [
      [
        [0, 0, 1],
        [1, 0, 0],
        [0, 1, 0],
      ],
    ],
    [{ data: new Uint8Array([0, 0, 1, 1, 0, 0, 0, 1, 0]), shape: [3, 3] }],
  ])('class ids and one-hot rows are the same: %j', (y) => {
    expect(targets(y, 'classes', 3)).toEqual({ classes: new Uint32Array([2, 0, 1]) });
  });

  test('one number without axes is no label', () => {
    const y = { data: Float32Array.of(1), shape: [] };
    for (const kind of ['numbers', 'classes'] as const) {
      expect(() => targets(y, kind, 1, 1)).toThrow(new ShapeError('y', '1 labels, one for each row of x', '0'));
    }
  });

  test('probabilities are kept', () => {
    const y = [
      [0.9, 0.05, 0.05],
      [0, 1, 0],
      [0.3, 0.3, 0.4],
    ];
    expect(targets(y, 'classes', 3)).toEqual({ values: new Float32Array(y.flat()) });
  });

  test('numbers for the other losses, a column or several', () => {
    for (const kind of ['shares', 'numbers'] as const) {
      const values = new Float32Array([0, 1, 0.25]);
      expect(targets([0, 1, 0.25], kind, 1)).toEqual({ values });
      expect(targets([[0], [1], [0.25]], kind, 1)).toEqual({ values });
      expect(targets({ data: values, shape: [3, 1] }, kind, 1)).toEqual({ values });
      expect(
        targets(
          [
            [0, 1],
            [1, 0],
            [1, 1],
          ],
          kind,
          2,
        ),
      ).toEqual({ values: new Float32Array([0, 1, 1, 0, 1, 1]) });
    }
    expect(targets([-5, 1e6, 0.25], 'numbers', 1)).toEqual({ values: new Float32Array([-5, 1e6, 0.25]) });
  });

  test('zeros and ones alone stand for signs', () => {
    expect(targets([0, 1, 1], 'signs', 1)).toEqual({ values: Float32Array.of(-1, 1, 1) });
    for (const y of [
      [0, 0.5, 1],
      [-1, 0, 1],
      [1, -1, 1],
    ]) {
      expect(targets(y, 'signs', 1)).toEqual({ values: Float32Array.from(y) });
    }
  });

  test.each<[unknown, TargetKind, number, ErrorClass, string]>([
    [[0, 1], 'classes', 3, ShapeError, 'y: expected 3 labels, one for each row of x, got 2'],
    [[], 'classes', 3, ShapeError, 'got 0'],
    [
      [
        [0, 1],
        [1, 0],
        [1, 0],
      ],
      'classes',
      3,
      ShapeError,
      'y: expected shape [3] or [3, 3], got [3, 2]',
    ],
    [[[[1]], [[1]], [[1]]], 'classes', 3, ShapeError, 'got [3, 1, 1]'],
    [[0, 1, 3], 'classes', 3, LabelError, 'y[2]: expected a class id from 0 to 2, got 3'],
    [[0, -1, 2], 'classes', 3, LabelError, 'y[1]: expected a class id from 0 to 2, got -1'],
    [[0, 1.5, 2], 'classes', 3, LabelError, 'got 1.5'],
    [[0, 2 ** 32, 2], 'classes', 3, LabelError, 'got 4294967296'],
    [[0, Number.NaN, 2], 'classes', 3, NonFiniteError, 'got NaN'],
    [
      [
        [0, 0, 0],
        [1, 0, 0],
        [1, 0, 0],
      ],
      'classes',
      3,
      LabelError,
      'y[0]: expected probabilities that sum to 1',
    ],
    [
      [
        [1, 1, 0],
        [1, 0, 0],
        [1, 0, 0],
      ],
      'classes',
      3,
      LabelError,
      'got a sum of 2',
    ],
    [
      [
        [2, -1, 0],
        [1, 0, 0],
        [1, 0, 0],
      ],
      'classes',
      3,
      LabelError,
      'y[0]: expected a number from 0 to 1',
    ],
    [
      [
        [1, Number.NaN, 0],
        [1, 0, 0],
        [1, 0, 0],
      ],
      'classes',
      3,
      NonFiniteError,
      'NaN at 1',
    ],
    [[0, 1, 2], 'shares', 1, LabelError, 'y[2]: expected a number from 0 to 1, got 2'],
    [[0, 1, -1], 'shares', 1, LabelError, 'got -1'],
    [[0, 1, Number.NaN], 'shares', 1, NonFiniteError, 'NaN'],
    [[0, 1, 1], 'shares', 2, ShapeError, 'y: expected shape [3, 2], got [3]'],
    [[0, 1, Number.POSITIVE_INFINITY], 'numbers', 1, NonFiniteError, 'Infinity'],
    [
      [
        [0, 1],
        [0, 1],
        [0, 1],
      ],
      'numbers',
      1,
      ShapeError,
      'y: expected shape [3] or [3, 1], got [3, 2]',
    ],
    [['0', '1', '2'], 'classes', 3, DtypeError, "y[0]: expected a number, got '0'"],
    [BigUint64Array.of(0n, 1n, 3n), 'classes', 3, LabelError, 'y[2]: expected a class id'],
    [undefined, 'numbers', 1, DtypeError, 'got undefined'],
  ])('%#: refuses others', (y, loss, units, kind, message) => {
    expect(() => targets(y, loss, units)).toThrow(kind);
    expect(() => targets(y, loss, units)).toThrow(message);
  });
});

describe('weights', () => {
  const shapes = [[2, 3], [3]];
  const kernel = { data: new Float32Array([1, 2, 3, 4, 5, 6]), shape: [2, 3] };

  test('tensors or nested arrays', () => {
    const expected = new Float32Array([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(toWeights([kernel, new Float32Array([7, 8, 9])], shapes)).toEqual(expected);
    expect(
      toWeights(
        [
          [
            [1, 2, 3],
            [4, 5, 6],
          ],
          [7, 8, 9],
        ],
        shapes,
      ),
    ).toEqual(expected);
  });

  test.each<[unknown, ErrorClass, string]>([
    [[kernel], ShapeError, 'weights: expected 2 tensors, one for each variable, got 1'],
    [[kernel.data, [7, 8, 9]], ShapeError, 'weights[0]: expected shape [2, 3], got [6]'],
    [[{ ...kernel, shape: [3, 2] }, [7, 8, 9]], ShapeError, 'got [3, 2]'],
    [[kernel, [[7, 8, 9]]], ShapeError, 'weights[1]: expected shape [3], got [1, 3]'],
    [[kernel, [7, Number.NaN, 9]], NonFiniteError, 'weights[1]: expected finite numbers, got NaN at 1'],
    [[kernel, [7, 1e300, 9]], NonFiniteError, 'got Infinity at 1'],
    [[kernel, 'bias'], DtypeError, 'weights[1]'],
    ['weights', DtypeError, "weights: expected an array of tensors, got 'weights'"],
  ])('%#: refuses others', (weights, kind, message) => {
    expect(() => toWeights(weights, shapes)).toThrow(kind);
    expect(() => toWeights(weights, shapes)).toThrow(message);
  });
});
