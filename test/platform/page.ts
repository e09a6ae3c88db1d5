/** The page of page/, which uses inkgrad without a bundler, and what Node makes of the same. */

import {
  createEngine,
  type EngineInfo,
  type EngineOptions,
  type Evaluation,
  type History,
  loadBinaryDigits,
} from 'inkgrad';
import { onTestFinished } from 'vitest';
import { tasks } from '../determinism/tasks.ts';
import { type Site, TestServer } from './server.ts';

export const epochs = 3;
export const headers = 'Cross-Origin-Opener-Policy: same-origin and Cross-Origin-Embedder-Policy: require-corp';

interface Trained {
  readonly info: EngineInfo;
  readonly hash: string;
  readonly history: History['history'];
  readonly scores: Evaluation;
  readonly predictions: number[];
  readonly afterLoading: number[];
}

interface Failure {
  readonly name: string;
  readonly message: string;
  readonly argument?: string;
  /** The public error classes that it is an instance of. */
  readonly kinds: string[];
}

/** The functions of page/page.js. */
declare global {
  function train(engine: EngineOptions, epochs: number): Promise<Trained>;
  function trainTenDigits(engine: { threads: number }): Promise<string>;
  function trainServed(
    engine: EngineOptions,
    shape: readonly [number, number],
    options: { epochs: number; batchSize: number },
  ): Promise<string>;
  function trainWhileDrawing(epochs: number): Promise<number[]>;
  function cycleModels(threads: number, cycles: number): Promise<number>;
  function startInfo(engine: EngineOptions): Promise<EngineInfo>;
  function startFailure(engine: EngineOptions): Promise<Failure>;
  function dataFailures(): Promise<{ notFinite: Failure; diverged: Failure }>;
  function trainUntilFailure(engine: EngineOptions): Promise<Failure[]>;
  function terminateInFit(): Promise<Failure>;
  function loseThread(): Promise<{ failure: Failure; time: number; info: EngineInfo; hash: string }>;
}

/** Serves it, with its data, for as long as the test runs: `/index.html` of a site of its own. */
export async function servePage(site: Partial<Site>): Promise<TestServer> {
  const { train } = await loadBinaryDigits();
  const server = await TestServer.start({
    isolated: true,
    ...site,
    folders: { ...site.folders, '/dist/': 'dist/', '/': 'test/platform/page/' },
    instead: { '/data/x': train.x.bytes, '/data/y': train.y, ...site.instead },
  });
  onTestFinished(() => server.close());
  return server;
}

/** What `train` of page/page.js gives, as Node has it. */
export async function trainInNode() {
  const { x, y } = (await loadBinaryDigits()).train;
  const engine = await createEngine({ threads: 1 });
  await using model = tasks['zeros and ones'].model(engine);
  const { history } = await model.fit(x, y, { epochs, verbose: 0 });
  return {
    hash: await model.weightsHash(),
    history,
    scores: await model.evaluate(x, y),
    predictions: Array.from((await model.predict(x.slice(2, 12))).data),
  };
}
