/** What is worth saying although the work goes on. */

import { InkgradError } from './errors.ts';
import { platform } from './platform.ts';

/** What a warning is about. */
export type WarningCode =
  | 'MISSING_CLASS'
  | 'RISING_LOSS'
  | 'SORTED_VALIDATION_SPLIT'
  | 'OUT_OF_DATA'
  | 'TOO_FEW_BATCHES'
  | 'MISSING_FIGURE'
  | 'INPUT_SCALE'
  | 'DAMAGED_CHECKPOINT'
  | 'GUESSED_LAYERS'
  | 'LEFT_ASIDE'
  | 'NOT_FUSED';

/**
 * A warning: in Node `process.on('warning', ...)` gets it, and unless that is switched off it is printed to stderr; in
 * pages it goes to `console.warn`. `code` tells its kind.
 * @example
 * ```js
 * import { InkgradWarning } from 'inkgrad';
 *
 * process.on('warning', (warning) => {
 *   if (warning instanceof InkgradWarning) console.log(warning.code, warning.message);
 * });
 * ```
 */
export class InkgradWarning extends InkgradError {
  static {
    InkgradWarning.prototype.name = 'InkgradWarning';
  }
  /** What it is about, for programs. */
  readonly code: WarningCode;

  constructor(code: WarningCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Says each kind of warning once, or nothing at all. */
export class Warnings {
  readonly #said = new Set<WarningCode>();
  readonly #enabled: boolean;

  constructor(enabled = true) {
    this.#enabled = enabled;
  }

  warn(code: WarningCode, message: string): void {
    if (!this.#enabled || this.#said.has(code)) return;
    this.#said.add(code);
    platform().warn(new InkgradWarning(code, message));
  }
}
