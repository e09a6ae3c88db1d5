/** Studies over many machines. Loaded for them alone: it asks for packages of its own. */

export { queueRunner } from './queue/runner.ts';
export { work } from './queue/worker.ts';
