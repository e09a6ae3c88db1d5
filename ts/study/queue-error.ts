import { InkgradError } from '../errors.ts';

/** A queue that cannot be had, or a run that failed on it. */
export class QueueError extends InkgradError {
  static {
    QueueError.prototype.name = 'QueueError';
  }
}
