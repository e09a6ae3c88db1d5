/** Which tensors are in use, and `tidy`, which disposes of those that are not handed on. */

/** What scopes need to know of a tensor. */
export interface Scoped {
  readonly isDisposed: boolean;
  readonly bytes: number;
  dispose(): void;
}

export interface MemoryInfo {
  numTensors: number;
  numDataBuffers: number;
  /** Bytes of tensors; models have theirs in the engine. */
  numBytes: number;
  unreliable: boolean;
}

const scopes: Set<Scoped>[] = [];
const kept = new WeakSet<Scoped>();
const inUse = { numTensors: 0, numBytes: 0 };

/** To be told of each tensor that is made. */
export function enter(tensor: Scoped): void {
  inUse.numTensors++;
  inUse.numBytes += tensor.bytes;
  scopes.at(-1)?.add(tensor);
}

/** To be told of each that is disposed of. */
export function leave(tensor: Scoped): void {
  inUse.numTensors--;
  inUse.numBytes -= tensor.bytes;
}

/** How many tensors there are, and their bytes. @example tf.memory().numTensors; */
export function memory(): MemoryInfo {
  return { ...inUse, numDataBuffers: inUse.numTensors, unreliable: false };
}

export function startScope(): void {
  scopes.push(new Set());
}

/** Ends the scope that was started last; its tensors among `handedOn` go to the scope around it. */
export function endScope(handedOn?: unknown): void {
  const scope = scopes.pop();
  const saved = new Set(scopedIn(handedOn));
  for (const tensor of scope ?? []) {
    if (tensor.isDisposed || kept.has(tensor)) continue;
    if (saved.has(tensor)) scopes.at(-1)?.add(tensor);
    else tensor.dispose();
  }
}

/**
 * Runs a function, and disposes of all tensors that it made but does not return.
 * @param name of the scope, which may be left out
 * @example tf.tidy(() => tf.tensor1d([3, 4]).square().sum().sqrt()).print(); // 5
 */
export function tidy<T>(name: string | (() => T), run?: () => T): T {
  const work = typeof name === 'function' ? name : (run as () => T);
  startScope();
  let result: T | undefined;
  try {
    result = work();
    if (result instanceof Promise) console.error('Cannot return a Promise inside of tidy.');
    return result;
  } finally {
    endScope(result);
  }
}

/** Has `tidy` leave a tensor alone. @example tf.tidy(() => void tf.keep(tf.scalar(1))); */
export function keep<T extends Scoped>(tensor: T): T {
  kept.add(tensor);
  return tensor;
}

/**
 * Disposes of a tensor, or of all in arrays and objects.
 * @example tf.dispose([tf.scalar(1), { weights: tf.scalar(2) }]);
 */
export function dispose(container: unknown): void {
  for (const tensor of scopedIn(container)) tensor.dispose();
}

function scopedIn(container: unknown, seen = new Set<unknown>()): Scoped[] {
  if (typeof container !== 'object' || container === null || seen.has(container)) return [];
  seen.add(container);
  if ('isDisposed' in container && 'dispose' in container) return [container as Scoped];
  if (ArrayBuffer.isView(container)) return [];
  return Object.values(container).flatMap((item) => scopedIn(item, seen));
}
