/** Models of a test, which are disposed of when it is over. */

import { loadModel, type Sequential } from 'inkgrad';
import { afterEach } from 'vitest';

const models: Sequential[] = [];

export function mine(model: Sequential): Sequential {
  models.push(model);
  return model;
}

export const load = async (...parameters: Parameters<typeof loadModel>) => mine(await loadModel(...parameters));

afterEach(async () => {
  await Promise.all(models.splice(0).map((model) => model.dispose()));
});
