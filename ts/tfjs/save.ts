/** `model.save`. */

import { OptionError } from '../errors.ts';
import { checkOptions, describe } from '../options.ts';
import { artifactsOf } from './artifacts.ts';
import type { Body } from './body.ts';
import type { IOHandler, SaveResult } from './io/handler.ts';
import { toHandler } from './io/places.ts';

export interface SaveConfig {
  /** Of no effect: all layers are trained. */
  trainableOnly?: boolean;
  /** With what `compile` was told, but not the optimizer's state. Default: false. */
  includeOptimizer?: boolean;
}

/**
 * Saves a model in TensorFlow.js's format, which it reads too.
 * @param to an address such as 'file://folder' or 'indexeddb://name', or a handler
 * @throws OptionError, FileError
 */
export async function saveModel(model: Body, to: string | IOHandler, config: SaveConfig = {}): Promise<SaveResult> {
  checkOptions('save', config, ['trainableOnly', 'includeOptimizer']);
  const { save } = toHandler('handlerOrURL', to);
  if (!save) throw new OptionError('handlerOrURL', 'a place that models can be saved to', describe(to));
  return save(await artifactsOf(model, config.includeOptimizer ?? false));
}
