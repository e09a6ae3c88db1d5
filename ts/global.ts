/**
 * inkgrad for pages that are files, which may import no module: a classic script that makes the global `inkgrad`. Such
 * pages are never isolated, so it brings the build for one thread alone.
 */

import packed from '../crates/wasm?builds=single';
import script from './browser/engine-worker.ts?script';
import { useEmbedded } from './browser/platform.ts';

useEmbedded(script, packed);

export * from './index.ts';
