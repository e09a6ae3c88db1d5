import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/printable.ts
var hidden = new RegExp("[^\\P{Cc}\\t\\n]|[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]|\\p{Cs}", "gu");
function printable(text) {
  return text.replaceAll(hidden, "");
}
__name(printable, "printable");
function printableJson(content) {
  return JSON.stringify(content, void 0, 2).replaceAll(hidden, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
__name(printableJson, "printableJson");
function shortened(text, most) {
  if (text.length <= most) return text;
  return `${text.slice(0, most)}... (${text.length.toLocaleString("en-US")} characters)`;
}
__name(shortened, "shortened");

// ts/errors.ts
var longestMessage = 1e3;
var InkgradError = class _InkgradError extends Error {
  static {
    __name(this, "InkgradError");
  }
  static {
    _InkgradError.prototype.name = "InkgradError";
  }
  /** The message loses control characters, which names in files may hold, and all beyond 1,000 characters. */
  constructor(message, options) {
    super(message === void 0 ? message : printable(shortened(message, longestMessage)), options);
  }
};
var ArgumentError = class _ArgumentError extends InkgradError {
  static {
    __name(this, "ArgumentError");
  }
  static {
    _ArgumentError.prototype.name = "ArgumentError";
  }
  argument;
  expected;
  received;
  constructor(argument, expected, received, options) {
    super(`${argument}: expected ${expected}, got ${received}`, options);
    this.argument = argument;
    this.expected = expected;
    this.received = received;
  }
};
var ShapeError = class _ShapeError extends ArgumentError {
  static {
    __name(this, "ShapeError");
  }
  static {
    _ShapeError.prototype.name = "ShapeError";
  }
};
var DtypeError = class _DtypeError extends ArgumentError {
  static {
    __name(this, "DtypeError");
  }
  static {
    _DtypeError.prototype.name = "DtypeError";
  }
};
var LabelError = class _LabelError extends ArgumentError {
  static {
    __name(this, "LabelError");
  }
  static {
    _LabelError.prototype.name = "LabelError";
  }
};
var NonFiniteError = class _NonFiniteError extends ArgumentError {
  static {
    __name(this, "NonFiniteError");
  }
  static {
    _NonFiniteError.prototype.name = "NonFiniteError";
  }
};
var EmptyDataError = class _EmptyDataError extends ArgumentError {
  static {
    __name(this, "EmptyDataError");
  }
  static {
    _EmptyDataError.prototype.name = "EmptyDataError";
  }
};
var OptionError = class _OptionError extends ArgumentError {
  static {
    __name(this, "OptionError");
  }
  static {
    _OptionError.prototype.name = "OptionError";
  }
};
var FormatError = class _FormatError extends ArgumentError {
  static {
    __name(this, "FormatError");
  }
  static {
    _FormatError.prototype.name = "FormatError";
  }
};
var FileError = class _FileError extends InkgradError {
  static {
    __name(this, "FileError");
  }
  static {
    _FileError.prototype.name = "FileError";
  }
};
var DownloadError = class _DownloadError extends InkgradError {
  static {
    __name(this, "DownloadError");
  }
  static {
    _DownloadError.prototype.name = "DownloadError";
  }
};
var EngineError = class _EngineError extends InkgradError {
  static {
    __name(this, "EngineError");
  }
  static {
    _EngineError.prototype.name = "EngineError";
  }
};
var NotCompiledError = class _NotCompiledError extends InkgradError {
  static {
    __name(this, "NotCompiledError");
  }
  static {
    _NotCompiledError.prototype.name = "NotCompiledError";
  }
};
var DisposedError = class _DisposedError extends InkgradError {
  static {
    __name(this, "DisposedError");
  }
  static {
    _DisposedError.prototype.name = "DisposedError";
  }
};
var BusyError = class _BusyError extends InkgradError {
  static {
    __name(this, "BusyError");
  }
  static {
    _BusyError.prototype.name = "BusyError";
  }
};
var NonFiniteLossError = class _NonFiniteLossError extends InkgradError {
  static {
    __name(this, "NonFiniteLossError");
  }
  static {
    _NonFiniteLossError.prototype.name = "NonFiniteLossError";
  }
  epoch;
  batch;
  constructor(epoch, batch) {
    super(
      `loss: expected a finite number, got NaN or infinity in epoch ${epoch + 1} at batch ${batch + 1}; a smaller learning rate or data scaled to [0, 1] usually helps`
    );
    this.epoch = epoch;
    this.batch = batch;
  }
};

export {
  printable,
  printableJson,
  shortened,
  InkgradError,
  ArgumentError,
  ShapeError,
  DtypeError,
  LabelError,
  NonFiniteError,
  EmptyDataError,
  OptionError,
  FormatError,
  FileError,
  DownloadError,
  EngineError,
  NotCompiledError,
  DisposedError,
  BusyError,
  NonFiniteLossError
};
//# sourceMappingURL=chunk-MFJVB4OY.js.map