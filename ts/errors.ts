/**
 * Every error that inkgrad throws on purpose. Each class is one kind of fault, so that a caller can tell them apart
 * with `instanceof`; the message always says what was expected and what came.
 */

import { printable, shortened } from './printable.ts';

/** Characters of a message: more is what a hostile or broken file had for a name. */
const longestMessage = 1000;

/**
 * The base class of every error inkgrad throws.
 * @example
 * ```js
 * import { accuracyScore, InkgradError } from 'inkgrad';
 *
 * try {
 *   accuracyScore([0, 1], [0]);
 * } catch (error) {
 *   console.log(error instanceof InkgradError, error.message); // prints true predictions: expected 2, one for each label, got 1
 * }
 * ```
 */
export class InkgradError extends Error {
  static {
    InkgradError.prototype.name = 'InkgradError';
  }

  /** The message loses control characters, which names in files may hold, and all beyond 1,000 characters. */
  constructor(message?: string, options?: ErrorOptions) {
    super(message === undefined ? message : printable(shortened(message, longestMessage)), options);
  }
}

/**
 * A wrong argument. `argument` names it, `expected` and `received` say what was wanted and what came.
 * @example
 * ```js
 * import { ArgumentError, layers } from 'inkgrad';
 *
 * try {
 *   layers.dense(0);
 * } catch (error) {
 *   console.log(error instanceof ArgumentError, error.argument, error.expected); // prints true units a whole number from 1 to 16777216
 * }
 * ```
 */
export class ArgumentError extends InkgradError {
  static {
    ArgumentError.prototype.name = 'ArgumentError';
  }
  /** The argument or option that is wrong, such as `x` or `layers[0].units`. */
  readonly argument: string;
  /** What would have been right, in words. */
  readonly expected: string;
  /** What came, in words. */
  readonly received: string;

  constructor(argument: string, expected: string, received: string, options?: ErrorOptions) {
    super(`${argument}: expected ${expected}, got ${received}`, options);
    this.argument = argument;
    this.expected = expected;
    this.received = received;
  }
}

/**
 * An array whose shape does not fit.
 * @example
 * ```js
 * import { accuracyScore, ShapeError } from 'inkgrad';
 *
 * try {
 *   accuracyScore([0, 1], [0]);
 * } catch (error) {
 *   console.log(error instanceof ShapeError, error.argument); // prints true predictions
 * }
 * ```
 */
export class ShapeError extends ArgumentError {
  static {
    ShapeError.prototype.name = 'ShapeError';
  }
}

/**
 * An array or value of a type that is not accepted.
 * @example
 * ```js
 * import { DtypeError, parseIdx } from 'inkgrad';
 *
 * try {
 *   await parseIdx('digits.idx'); // its bytes would do
 * } catch (error) {
 *   console.log(error instanceof DtypeError, error.argument); // prints true idx
 * }
 * ```
 */
export class DtypeError extends ArgumentError {
  static {
    DtypeError.prototype.name = 'DtypeError';
  }
}

/**
 * A label that is not a class of the model: negative, too large, not an integer.
 * @example
 * ```js
 * import { accuracyScore, LabelError } from 'inkgrad';
 *
 * try {
 *   accuracyScore([0.5], [0]);
 * } catch (error) {
 *   console.log(error instanceof LabelError, error.argument); // prints true labels[0]
 * }
 * ```
 */
export class LabelError extends ArgumentError {
  static {
    LabelError.prototype.name = 'LabelError';
  }
}

/**
 * A NaN or an infinity in data, labels or weights.
 * @example
 * ```js
 * import { decide, NonFiniteError } from 'inkgrad';
 *
 * try {
 *   decide([[0.1, Number.NaN]]);
 * } catch (error) {
 *   console.log(error instanceof NonFiniteError, error.argument); // prints true probabilities[0, 1]
 * }
 * ```
 */
export class NonFiniteError extends ArgumentError {
  static {
    NonFiniteError.prototype.name = 'NonFiniteError';
  }
}

/**
 * A data set without rows.
 * @example
 * ```js
 * import { accuracyScore, EmptyDataError } from 'inkgrad';
 *
 * try {
 *   accuracyScore([], []);
 * } catch (error) {
 *   console.log(error instanceof EmptyDataError, error.argument); // prints true labels
 * }
 * ```
 */
export class EmptyDataError extends ArgumentError {
  static {
    EmptyDataError.prototype.name = 'EmptyDataError';
  }
}

/**
 * An option outside its range, an unknown name or an unknown option.
 * @example
 * ```js
 * import { OptionError, sequential } from 'inkgrad';
 *
 * try {
 *   sequential({ sede: 1 });
 * } catch (error) {
 *   console.log(error instanceof OptionError, error.argument); // prints true sequential.sede
 * }
 * ```
 */
export class OptionError extends ArgumentError {
  static {
    OptionError.prototype.name = 'OptionError';
  }
}

/**
 * A file or a byte stream that is not what it claims to be. `argument` is its path or name.
 * @example
 * ```js
 * import { FormatError, loadModel } from 'inkgrad';
 *
 * try {
 *   await loadModel(new Uint8Array(8));
 * } catch (error) {
 *   console.log(error instanceof FormatError, error.argument); // prints true bytes
 * }
 * ```
 */
export class FormatError extends ArgumentError {
  static {
    FormatError.prototype.name = 'FormatError';
  }
}

/**
 * A file that could not be read or written.
 * @example
 * ```js
 * import { FileError, loadModel } from 'inkgrad';
 *
 * try {
 *   await loadModel('no-such.keras');
 * } catch (error) {
 *   console.log(error instanceof FileError, error.message); // prints true no-such.keras: there is no such file
 * }
 * ```
 */
export class FileError extends InkgradError {
  static {
    FileError.prototype.name = 'FileError';
  }
}

/**
 * A download that failed: unreachable, refused, stalled, cut short or with the wrong checksum.
 * @example
 * ```js
 * import { DownloadError, loadMnist } from 'inkgrad';
 *
 * try {
 *   await loadMnist({ url: 'http://localhost:1/' }); // where nobody serves anything
 * } catch (error) {
 *   console.log(error instanceof DownloadError, error.message); // prints true http://localhost:1/train-images-idx3-ubyte.gz: fetch failed: bad port
 * }
 * ```
 */
export class DownloadError extends InkgradError {
  static {
    DownloadError.prototype.name = 'DownloadError';
  }
}

/**
 * The engine could not be started, or stopped working.
 * @example
 * ```js
 * import { createEngine, EngineError, layers, sequential } from 'inkgrad';
 *
 * try {
 *   const engine = await createEngine({ threads: 1 });
 *   await engine.terminate();
 *   await sequential({ engine, layers: [layers.dense(1, { inputShape: [2] })] }).predict([[0, 1]]);
 * } catch (error) {
 *   console.log(error instanceof EngineError, error.message); // prints true the engine has been terminated
 * }
 * ```
 */
export class EngineError extends InkgradError {
  static {
    EngineError.prototype.name = 'EngineError';
  }
}

/**
 * A method that needs `compile` was called before it.
 * @example
 * ```js
 * import { layers, NotCompiledError, sequential } from 'inkgrad';
 *
 * try {
 *   await sequential([layers.dense(1, { inputShape: [2] })]).fit([[0, 1]], [1]);
 * } catch (error) {
 *   console.log(error instanceof NotCompiledError, error.message); // prints true call compile({ optimizer, loss }) before fit
 * }
 * ```
 */
export class NotCompiledError extends InkgradError {
  static {
    NotCompiledError.prototype.name = 'NotCompiledError';
  }
}

/**
 * A model was used after `dispose`.
 * @example
 * ```js
 * import { DisposedError, layers, sequential } from 'inkgrad';
 *
 * try {
 *   const model = sequential([layers.dense(1, { inputShape: [2] })]);
 *   await model.dispose();
 *   await model.predict([[0, 1]]);
 * } catch (error) {
 *   console.log(error instanceof DisposedError, error.message); // prints true the model was disposed of
 * }
 * ```
 */
export class DisposedError extends InkgradError {
  static {
    DisposedError.prototype.name = 'DisposedError';
  }
}

/**
 * A model was asked to train, or to be changed, while it is training.
 * @example
 * ```js
 * import { BusyError, layers, sequential } from 'inkgrad';
 *
 * try {
 *   const model = sequential([layers.dense(1, { inputShape: [2] })]);
 *   model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
 *   const training = model.fit([[0, 1]], [1], { verbose: 0 });
 *   model.compile({ optimizer: 'adam', loss: 'meanSquaredError' }); // before it is done
 *   await training;
 * } catch (error) {
 *   console.log(error instanceof BusyError, error.message); // prints true compile: the model is in training; wait for fit, or abort it, first
 * }
 * ```
 */
export class BusyError extends InkgradError {
  static {
    BusyError.prototype.name = 'BusyError';
  }
}

/**
 * The training loss became NaN or infinite. `epoch` and `batch` (both from 0) say where.
 * @example
 * ```js
 * import { layers, NonFiniteLossError, sequential } from 'inkgrad';
 *
 * try {
 *   const model = sequential([layers.dense(1, { inputShape: [1] })]);
 *   model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
 *   await model.fit([[1e30]], [0], { epochs: 3, verbose: 0 });
 * } catch (error) {
 *   console.log(error instanceof NonFiniteLossError, error.epoch, error.batch); // prints true 1 0
 * }
 * ```
 */
export class NonFiniteLossError extends InkgradError {
  static {
    NonFiniteLossError.prototype.name = 'NonFiniteLossError';
  }
  /** The epoch in which it happened, from 0. */
  readonly epoch: number;
  /** The batch of the epoch, from 0. */
  readonly batch: number;

  constructor(epoch: number, batch: number) {
    super(
      `loss: expected a finite number, got NaN or infinity in epoch ${epoch + 1} at batch ${batch + 1}; ` +
        'a smaller learning rate or data scaled to [0, 1] usually helps',
    );
    this.epoch = epoch;
    this.batch = batch;
  }
}
