/**
 * inkgrad for pages that are files, which may import no module: a classic script that makes the global `inkgrad`. Such
 * pages are never isolated, so it brings the build for one thread alone.
 */

import single from '../crates/wasm/pkg-single/inkgrad_wasm_bg.wasm?gzip';
import script from './browser/engine-worker.ts?script';
import { useEmbedded } from './browser/platform.ts';

useEmbedded(script, { single: { gzip: single } });

export * from './index.ts';
