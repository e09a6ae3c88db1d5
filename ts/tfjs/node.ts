/** `inkgrad/tfjs` in Node, Bun and Deno. */

import { startEngineNow } from '../node/engine-now.ts';
import { useNode } from '../node/platform.ts';
import { useStarter } from './engine.ts';

useNode();
useStarter(startEngineNow);

export * from '../tfjs.ts';
