/** The one engine of a page. */

import { loadModule, type WasmSource } from '../browser/wasm-source.ts';
import { chooseBuild, whyNotFused } from '../engine/builds.ts';
import * as glue from '../engine/glue-single.ts';
import { LocalEngine } from '../engine/local.ts';
import { startGlue } from '../engine/start-glue.ts';
import { EngineError, InkgradError } from '../errors.ts';
import { reasonOf } from '../reason.ts';
import type { StartEngine } from './engine.ts';

/**
 * Starts it. What goes wrong is thrown when somebody uses the engine: a page that only draws goes on.
 * @throws never
 */
export async function startInPage(source: WasmSource): Promise<StartEngine> {
  try {
    const engine = await start(source);
    return () => {
      if (engine.gone) throw engine.gone; // its glue has no other instance
      return engine;
    };
  } catch (cause) {
    const error = cause instanceof InkgradError ? cause : new EngineError(notStarted(cause), { cause });
    return () => {
      throw error;
    };
  }
}

async function start(source: WasmSource): Promise<LocalEngine> {
  const module = await loadModule(source, 'inkgrad-single.wasm');
  const { memory } = await startGlue({ module_or_path: module });
  const { info } = chooseBuild(1, 'default', {
    cores: navigator.hardwareConcurrency || 1,
    isolated: globalThis.crossOriginIsolated === true,
    whyNotFused,
    notShared: "the engine of inkgrad/tfjs is on the page's own thread",
  });
  return new LocalEngine(info, glue, memory);
}

function notStarted(cause: unknown): string {
  return `the engine could not be started: ${reasonOf(cause)}`;
}
