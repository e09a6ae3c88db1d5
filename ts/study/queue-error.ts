import { InkgradError } from '../errors.ts';

/**
 * A queue that cannot be reached, or a run that failed on it.
 * @example
 * ```js
 * import { QueueError, work } from 'inkgrad/study';
 *
 * try {
 *   await work({ queue: 'redis://localhost:1' }); // where there is no Redis
 * } catch (error) {
 *   console.log(error instanceof QueueError);
 * }
 * ```
 */
export class QueueError extends InkgradError {
  static {
    QueueError.prototype.name = 'QueueError';
  }
}
