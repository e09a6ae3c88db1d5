/** What `readDigits` gives. */

export interface FoundDigit {
  /** 0 to 9. */
  readonly digit: number;
  /** That it is this digit, from 0 to 1. What looks like no digit has low ones for all. */
  readonly probability: number;
  /** Where it is, in pixels of the picture; `x` and `y` are its left upper corner. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** What the network saw: 28 x 28 bytes, 0 (paper) to 255 (ink), as MNIST's are; so that other networks can be asked. */
  readonly image: Uint8Array;
  /** Other digits that it may be, with at least 1 %, likeliest first. */
  readonly alternatives: readonly { readonly digit: number; readonly probability: number }[];
  /** It looks like no digit, like several, or could not be told from its neighbour: somebody should look. */
  readonly unsure: boolean;
}

/** What `readDigits` found in a picture. */
export interface DigitsFound {
  /** All digits, lines from the top, each from the left; between lines a line feed. Empty where there is no digit. */
  readonly text: string;
  /** In the order of the text. */
  readonly digits: readonly FoundDigit[];
}

/** Options of `readDigits`. */
export interface ReadDigitsOptions {
  /** What error messages call the picture. Default: its path or URL, else `picture`. */
  readonly name?: string;
  /** Gives up, at once; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}
