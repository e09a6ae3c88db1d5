/**
 * Every error that inkgrad throws on purpose. Each class is one kind of fault, so that a caller can tell them apart
 * with `instanceof`; the message always says what was expected and what came.
 */

import { printable, shortened } from './printable.ts';

/** Characters of a message: more is what a hostile or broken file had for a name. */
const longestMessage = 1000;

/** The base class of every error inkgrad throws. */
export class InkgradError extends Error {
  static {
    InkgradError.prototype.name = 'InkgradError';
  }

  /** The message loses control characters, which names in files may hold, and all beyond 1,000 characters. */
  constructor(message?: string, options?: ErrorOptions) {
    super(message === undefined ? message : printable(shortened(message, longestMessage)), options);
  }
}

/** A wrong argument. `argument` names it, `expected` and `received` say what was wanted and what came. */
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

/** An array whose shape does not fit. */
export class ShapeError extends ArgumentError {
  static {
    ShapeError.prototype.name = 'ShapeError';
  }
}

/** An array or value of a type that is not accepted. */
export class DtypeError extends ArgumentError {
  static {
    DtypeError.prototype.name = 'DtypeError';
  }
}

/** A label that is not a class of the model: negative, too large, not an integer. */
export class LabelError extends ArgumentError {
  static {
    LabelError.prototype.name = 'LabelError';
  }
}

/** A NaN or an infinity in data, labels or weights. */
export class NonFiniteError extends ArgumentError {
  static {
    NonFiniteError.prototype.name = 'NonFiniteError';
  }
}

/** A data set without rows. */
export class EmptyDataError extends ArgumentError {
  static {
    EmptyDataError.prototype.name = 'EmptyDataError';
  }
}

/** An option outside its range, an unknown name or an unknown option. */
export class OptionError extends ArgumentError {
  static {
    OptionError.prototype.name = 'OptionError';
  }
}

/** A file or a byte stream that is not what it claims to be. `argument` is its path or name. */
export class FormatError extends ArgumentError {
  static {
    FormatError.prototype.name = 'FormatError';
  }
}

/** A file that could not be read or written. */
export class FileError extends InkgradError {
  static {
    FileError.prototype.name = 'FileError';
  }
}

/** A download that failed: unreachable, refused, stalled, cut short or with the wrong checksum. */
export class DownloadError extends InkgradError {
  static {
    DownloadError.prototype.name = 'DownloadError';
  }
}

/** The engine could not be started, or stopped working. */
export class EngineError extends InkgradError {
  static {
    EngineError.prototype.name = 'EngineError';
  }
}

/** A method that needs `compile` was called before it. */
export class NotCompiledError extends InkgradError {
  static {
    NotCompiledError.prototype.name = 'NotCompiledError';
  }
}

/** A model was used after `dispose`. */
export class DisposedError extends InkgradError {
  static {
    DisposedError.prototype.name = 'DisposedError';
  }
}

/** A model was asked to train, or to be changed, while it is training. */
export class BusyError extends InkgradError {
  static {
    BusyError.prototype.name = 'BusyError';
  }
}

/** The training loss became NaN or infinite. `epoch` and `batch` (both from 0) say where. */
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
