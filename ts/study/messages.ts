/** What a study's threads and whoever starts them tell each other. */

import type { SharedDigits } from './digits.ts';
import type { RunOrder } from './records.ts';
import type { RunOutcome } from './train-run.ts';

export type ToThread =
  | {
      readonly kind: 'run';
      readonly order: RunOrder;
      readonly digits: SharedDigits;
      /** The state to go on from. */
      readonly first: Uint8Array | undefined;
      /** Milliseconds from one state to the next. */
      readonly period: number;
    }
  /** Stop after the current step, and tell the state. */
  | { readonly kind: 'stop' };

export type FromThread =
  | { readonly kind: 'state'; readonly state: Uint8Array }
  | ({ readonly kind: 'done' } & RunOutcome)
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string };
