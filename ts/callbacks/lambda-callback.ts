import { Callback, type CallbackHooks } from './callback.ts';
import { checkCallback } from './list.ts';

/**
 * A callback made of functions; each is called with the callback, which knows its model, as `this`.
 * @example
 * ```js
 * import { LambdaCallback, layers, sequential } from 'inkgrad';
 *
 * const model = sequential([layers.dense(1, { activation: 'sigmoid', inputShape: [2] })]);
 * model.compile({ optimizer: 'sgd', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
 * const [x, y] = [[[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1]];
 * const callback = new LambdaCallback({ onEpochEnd: (epoch, { loss }) => console.log(epoch, loss) });
 * await model.fit(x, y, { epochs: 5, verbose: 0, callbacks: [callback] });
 * ```
 */
export class LambdaCallback extends Callback {
  /** @throws OptionError */
  constructor(hooks: CallbackHooks & ThisType<Callback>) {
    super();
    Object.assign(this, checkCallback(hooks));
  }
}
