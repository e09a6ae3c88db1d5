/** inkgrad in Node, Bun and Deno. */

import { useNode } from './node/platform.ts';

useNode();

export * from './index.ts';
