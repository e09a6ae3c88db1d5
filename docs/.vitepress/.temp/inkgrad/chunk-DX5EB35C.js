import {
  platform
} from "./chunk-Z5QVBAGM.js";
import {
  InkgradError
} from "./chunk-MFJVB4OY.js";
import {
  __name
} from "./chunk-SBSPZQJ4.js";

// ts/warnings.ts
var InkgradWarning = class _InkgradWarning extends InkgradError {
  static {
    __name(this, "InkgradWarning");
  }
  static {
    _InkgradWarning.prototype.name = "InkgradWarning";
  }
  code;
  constructor(code, message) {
    super(message);
    this.code = code;
  }
};
var Warnings = class {
  static {
    __name(this, "Warnings");
  }
  #said = /* @__PURE__ */ new Set();
  #enabled;
  constructor(enabled = true) {
    this.#enabled = enabled;
  }
  warn(code, message) {
    if (!this.#enabled || this.#said.has(code)) return;
    this.#said.add(code);
    platform().warn(new InkgradWarning(code, message));
  }
};

export {
  InkgradWarning,
  Warnings
};
//# sourceMappingURL=chunk-DX5EB35C.js.map