/**
 * Lets programs that import '@tensorflow/tfjs' have another module in its place: `node --import ./test/tfjs/as.mjs` with
 * the module's URL in the variable TFJS.
 */

import { register } from 'node:module';

const hooks = `export const resolve = (name, context, next) =>
  next(name === '@tensorflow/tfjs' ? ${JSON.stringify(process.env.TFJS)} : name, context);`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
