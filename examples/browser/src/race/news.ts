/** The race in words. */

import { duration } from '../format.ts';
import { mostEpochs, type Standing } from './contest.ts';

/** What has come of a racer. */
function told({ name, state, seconds, error }: Standing): string | undefined {
  switch (state) {
    case 'arrived':
      return `${name} ${duration(seconds)}`;
    case 'late':
      return `${name} did not get there in ${mostEpochs} epochs`;
    case 'stopped':
      return `${name} was stopped`;
    case 'failed':
      return `${name} cannot race here: ${error}`;
    default:
      return undefined;
  }
}

/** While they race: what has come of some, and who is on the course. */
export function news(standings: readonly Standing[]): string {
  const current = standings.find(({ state }) => ['preparing', 'learning', 'judged'].includes(state));
  const doing = current && `${current.name} ${current.state === 'preparing' ? 'gets ready' : 'learns'}`;
  return sentences([...standings.map(told), doing]);
}

/** How it ended, in one sentence if all arrived. */
export function resultOf(standings: readonly Standing[]): string {
  const [first, second] = standings;
  if (first?.state !== 'arrived' || second?.state !== 'arrived') return sentences(standings.map(told));
  const times = Number((second.seconds / first.seconds).toPrecision(2));
  return `${told(first)}, ${told(second)}: ${times} times as long, in this browser, now.`;
}

function sentences(texts: readonly (string | undefined)[]): string {
  return texts
    .filter((text) => text !== undefined)
    .map((text) => `${text.replace(/\.$/, '')}.`)
    .join(' ');
}
