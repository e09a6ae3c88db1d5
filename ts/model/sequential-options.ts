import type { Engine } from '../engine/engine.ts';
import { OptionError } from '../errors.ts';
import type { LayerDescription } from '../layers.ts';
import { checkInteger, checkOptions, checkText, describe } from '../options.ts';

/** Options of `sequential`. */
export interface SequentialOptions {
  /** Input side first; the first one needs `inputShape`, or is `layers.input(...)`. Default: none, see `add`. */
  readonly layers?: readonly LayerDescription[];
  /** Default: 'sequential'. */
  readonly name?: string;
  /** 0 to 2^53 - 1; the initial weights and the order of samples follow from it. Default: a random one. */
  readonly seed?: number;
  /** Where the model computes. Default: the default engine at the model's first use, see `init`. */
  readonly engine?: Engine;
}

/** SequentialOptions without gaps but for layers and engine. @throws OptionError */
export function checkSequentialOptions(options: SequentialOptions) {
  checkOptions('sequential', options, ['layers', 'name', 'seed', 'engine']);
  const { layers, name = 'sequential', seed = randomSeed(), engine } = options;
  return {
    layers,
    name: checkText('name', name),
    seed: checkInteger('seed', seed, 0, Number.MAX_SAFE_INTEGER),
    engine: checkEngine(engine),
  };
}

function checkEngine(engine: unknown): Engine | undefined {
  if (engine === undefined || typeof (engine as Partial<Engine> | null)?.createNetwork === 'function') {
    return engine as Engine | undefined;
  }
  throw new OptionError('engine', 'an engine that createEngine started', describe(engine));
}

/** 53 random bits. */
function randomSeed(): number {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return (high & 0x1fffff) * 2 ** 32 + low;
}
