import { Callback, type CallbackHooks } from './callback.ts';
import { checkCallback } from './list.ts';

/** A callback made of functions; each is called with the callback, which knows its model, as `this`. */
export class LambdaCallback extends Callback {
  /** @throws OptionError */
  constructor(hooks: CallbackHooks & ThisType<Callback>) {
    super();
    Object.assign(this, checkCallback(hooks));
  }
}
