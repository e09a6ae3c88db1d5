/** The optimizers that may train the visitor's network, with the learning rates to begin with. */

import { optimizers } from 'inkgrad';

export interface OptimizerChoice {
  readonly title: string;
  readonly learningRate: number;
  readonly make: (learningRate: number) => ReturnType<(typeof optimizers)[keyof typeof optimizers]>;
}

export const optimizerChoices: readonly OptimizerChoice[] = [
  { title: 'Adam', learningRate: 0.001, make: (learningRate) => optimizers.adam({ learningRate }) },
  {
    title: 'SGD with momentum',
    learningRate: 0.01,
    make: (learningRate) => optimizers.sgd({ learningRate, momentum: 0.9 }),
  },
  { title: 'RMSprop', learningRate: 0.001, make: (learningRate) => optimizers.rmsprop({ learningRate }) },
];
