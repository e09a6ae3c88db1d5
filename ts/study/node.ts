/** `inkgrad/study` in Node, Bun and Deno. */

import { useNode } from '../node/platform.ts';

useNode();

export * from '../study.ts';
