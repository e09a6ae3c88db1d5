/** What programs hand over by mistake. */

/** Made anew for each call, since some calls take what they are given. */
export const oddValues: readonly (readonly [name: string, make: () => unknown])[] = [
  ['null', () => null],
  ['true', () => true],
  ['false', () => false],
  ['0', () => 0],
  ['-1', () => -1],
  ['1.5', () => 1.5],
  ['NaN', () => Number.NaN],
  ['Infinity', () => Number.POSITIVE_INFINITY],
  ['2^53', () => 2 ** 53],
  ['1e300', () => 1e300],
  ['10n', () => 10n],
  ['an empty text', () => ''],
  ['a text', () => 'nonsense'],
  ['__proto__', () => '__proto__'],
  ['a text with controls', () => '\u001b]0;x\u0007\u202e'],
  ['a long text', () => 'long'.repeat(10_000)],
  ['a symbol', () => Symbol('odd')],
  ['a function', () => () => 1],
  ['an empty object', () => ({})],
  ['an object without a prototype', () => Object.create(null)],
  ['a frozen object', () => Object.freeze({ units: 3 })],
  ['an object of nulls', () => ({ data: null, shape: null, type: null, length: null })],
  ['an object with a length', () => ({ length: 3 })],
  ['an object that throws', () => new Proxy({}, { get: fail, ownKeys: fail, has: fail, getPrototypeOf: fail })],
  ['an empty array', () => []],
  ['an array of itself', () => itself()],
  ['an array with holes', () => new Array(3)],
  ['an array of nulls', () => [null, null]],
  ['an array of texts', () => ['1', '2']],
  ['ragged rows', () => [[1, 2], [3]]],
  ['rows of objects', () => [{}, {}]],
  ['rows of NaN', () => [[Number.NaN, Number.NaN]]],
  ['a long array', () => new Array(2 ** 32 - 1)],
  ['an empty typed array', () => new Float32Array()],
  ['a typed array', () => Float32Array.of(1, 2, 3)],
  ['a clamped array', () => Uint8ClampedArray.of(1, 2, 3, 4)],
  ['a big typed array', () => BigInt64Array.of(1n, -1n)],
  ['a buffer', () => new ArrayBuffer(8)],
  ['a view', () => new DataView(new ArrayBuffer(8))],
  ['a detached array', () => detached()],
  ['a date', () => new Date(0)],
  ['an invalid date', () => new Date(Number.NaN)],
  ['a map', () => new Map([[1, 2]])],
  ['a set', () => new Set([1])],
  ['a regular expression', () => /x/],
  ['an error', () => new Error('odd')],
  ['a promise', () => Promise.resolve(1)],
  ['a class', () => class {}],
  ['an address', () => new URL('nothing://here')],
  ['a tensor of no shape', () => ({ data: Float32Array.of(1, 2), shape: [] })],
  ['a tensor of a wrong shape', () => ({ data: Float32Array.of(1, 2), shape: [3, 3] })],
  ['a tensor of a negative shape', () => ({ data: Float32Array.of(1, 2), shape: [-1, -2] })],
  ['a tensor of a huge shape', () => ({ data: Float32Array.of(1, 2), shape: [2 ** 40, 2 ** 40] })],
];

function fail(): never {
  throw new RangeError('an object of somebody else failed');
}

function itself(): unknown[] {
  const array: unknown[] = [];
  array.push(array);
  return array;
}

function detached(): Float32Array {
  const array = Float32Array.of(1, 2);
  structuredClone(array.buffer, { transfer: [array.buffer] });
  return array;
}
