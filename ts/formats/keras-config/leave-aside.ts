import { Warnings } from '../../warnings.ts';

/** Says that a part of a model does not come along; what it predicts is the same without. */
export function leaveAside(source: string, what: string): void {
  new Warnings().warn('LEFT_ASIDE', `${source}: left aside: ${what}`);
}
