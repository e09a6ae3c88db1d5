/** Makes a WASM module count what it executes. */
import binaryen from 'binaryen';

/** What is counted, in exported globals of these names (i64). */
export const counters = {
  /** Everything but constants, local variables and the marks of control flow, which cost next to nothing. */
  operations: ({ id }) => !free.has(id),
  /** Arithmetic on vectors. */
  vectorArithmetic: ({ id, type }) => type === binaryen.v128 && arithmetic.has(id),
  /** Loads and stores of any width. */
  memoryAccesses: ({ id }) => accesses.has(id),
};

const ids = (...names) => new Set(names.map((name) => binaryen[`${name}Id`]));
const free = ids('Block', 'Loop', 'LocalGet', 'LocalSet', 'GlobalGet', 'Const', 'Nop', 'Drop', 'Unreachable');
const arithmetic = ids('Unary', 'Binary', 'SIMDTernary');
const accesses = ids('Load', 'Store', 'SIMDLoad', 'SIMDLoadStoreLane');
/** What the library has no information about, since there is none. */
const bare = ids('Unreachable', 'RefNull', 'AtomicFence', 'Pause', 'Pop');
const writes = ids('AtomicRMW', 'AtomicCmpxchg');
const branches = ids('Break', 'Switch', 'Return');

/** Where an expression's information has its children. */
const childKeys = [
  'condition',
  'ifTrue',
  'ifFalse',
  'body',
  'left',
  'right',
  'ptr',
  'value',
  'vec',
  'shift',
  'a',
  'b',
  'c',
]
  .concat(['expected', 'replacement', 'notifyCount', 'timeout', 'dest', 'source', 'size', 'delta', 'target'])
  .concat(['children', 'operands']);

/**
 * @param {Uint8Array} bytes
 * @param {{ tells?: boolean }} [options] `tells`: the module imports a function `counters.tell`, which it calls with its
 *   counters before each atomic operation that writes; and it does not count while it spins, waiting for another thread
 * @returns {Uint8Array} the module, which adds to its counters at the start of each stretch of code that is executed as
 *   a whole: of a function, a loop, an arm of an `if`, and what follows something that may branch away
 */
export function instrument(bytes, { tells = false } = {}) {
  const module = binaryen.readBinary(bytes);
  for (const name of Object.keys(counters)) {
    module.addGlobal(name, binaryen.i64, true, module.i64.const(0n));
    module.addGlobalExport(name, name);
  }
  if (tells) {
    const parameters = binaryen.createType(Object.keys(counters).map(() => binaryen.i64));
    module.addFunctionImport('tell', 'counters', 'tell', parameters, binaryen.none);
  }
  for (let i = 0; i < module.getNumFunctions(); i++) {
    const reference = module.getFunctionByIndex(i);
    const { body } = binaryen.getFunctionInfo(reference);
    if (body) binaryen.Function.setBody(reference, new Instrumenter(module, tells).stretch(body));
  }
  if (!module.validate()) throw new Error('the instrumented module is not valid');
  const instrumented = module.emitBinary();
  module.dispose();
  return instrumented;
}

class Instrumenter {
  #module;
  #tells;
  #counts = noCounts();

  constructor(module, tells) {
    this.#module = module;
    this.#tells = tells;
  }

  /** The expression, counting itself first. */
  stretch(expression) {
    const outer = this.#counts;
    this.#counts = noCounts();
    this.#visit(expression);
    const increments = this.#increments();
    this.#counts = outer;
    const type = binaryen.getExpressionType(expression);
    return increments.length ? this.#module.block(null, [...increments, expression], type) : expression;
  }

  /** Counts an expression into the stretch of the moment. @returns whether it may branch away */
  #visit(expression) {
    const info = infoOf(expression);
    for (const [name, counts] of Object.entries(counters)) if (counts(info)) this.#counts[name]++;
    switch (info.id) {
      case binaryen.BlockId:
        return this.#block(expression, info.children);
      case binaryen.LoopId:
        if (this.#tells && isSpin(info.body)) return true;
        binaryen.Loop.setBody(expression, this.stretch(info.body));
        return true;
      case binaryen.IfId:
        this.#visit(info.condition);
        binaryen.If.setIfTrue(expression, this.stretch(info.ifTrue));
        if (info.ifFalse) binaryen.If.setIfFalse(expression, this.stretch(info.ifFalse));
        return true;
      default: {
        const branching = childrenOf(info).map((child) => this.#visit(child));
        if (this.#tells && writes.has(info.id)) this.#tellBefore(expression, info);
        return branches.has(info.id) || branching.includes(true);
      }
    }
  }

  /** What follows a child that may branch away is a stretch of its own. */
  #block(block, children) {
    const outer = this.#counts;
    let branching = false;
    let start = 0;
    let inserted = 0;
    for (const [i, child] of children.entries()) {
      if (!this.#visit(child)) continue;
      branching = true;
      if (start > 0) inserted += this.#insert(block, start + inserted);
      this.#counts = noCounts();
      start = i + 1;
    }
    if (start > 0) {
      if (start < children.length) this.#insert(block, start + inserted);
      this.#counts = outer;
    }
    return branching;
  }

  #insert(block, place) {
    const increments = this.#increments();
    for (const [i, increment] of increments.entries()) binaryen.Block.insertChildAt(block, place + i, increment);
    return increments.length;
  }

  /** The address is told first, and the counters with it. */
  #tellBefore(expression, { id, ptr }) {
    const values = Object.keys(counters).map((name) => this.#module.global.get(name, binaryen.i64));
    const told = this.#module.block(null, [this.#module.call('tell', values, binaryen.none), ptr], binaryen.i32);
    (id === binaryen.AtomicRMWId ? binaryen.AtomicRMW : binaryen.AtomicCmpxchg).setPtr(expression, told);
  }

  #increments() {
    const { i64, global } = this.#module;
    return Object.entries(this.#counts)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => global.set(name, i64.add(global.get(name, binaryen.i64), i64.const(BigInt(count)))));
  }
}

/** A loop that looks for what another thread will write. */
function isSpin(body) {
  let looks = false;
  const isPlain = (expression) => {
    const info = infoOf(expression);
    if (info.id === binaryen.LoadId && info.isAtomic) looks = true;
    if (info.id === binaryen.LoopId || writes.has(info.id)) return false;
    return childrenOf(info).every(isPlain);
  };
  return isPlain(body) && looks;
}

function noCounts() {
  return Object.fromEntries(Object.keys(counters).map((name) => [name, 0]));
}

function infoOf(expression) {
  const id = binaryen.getExpressionId(expression);
  return bare.has(id) ? { id } : binaryen.getExpressionInfo(expression);
}

function childrenOf(info) {
  if (info.id === binaryen.ConstId) return [];
  // A direct call's target is a name; an operand that is not there is 0.
  return childKeys.flatMap((key) => info[key] ?? []).filter((child) => typeof child === 'number' && child !== 0);
}
