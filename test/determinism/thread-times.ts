/** Who works in this process. */

import { readdirSync, readFileSync } from 'node:fs';

const folder = '/proc/self/task';

/** Whether the system tells the times of threads: Linux does. */
export const tellsThreadTimes = process.platform === 'linux';

/** Processor time of each thread of this process, in clock ticks of 10 ms as a rule. */
export function threadTimes(): Map<string, number> {
  const times = new Map<string, number>();
  for (const thread of readdirSync(folder)) {
    try {
      // proc(5): after the name in parentheses, the 12th and 13th fields are user and system time.
      const fields = readFileSync(`${folder}/${thread}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      times.set(thread, Number(fields[11]) + Number(fields[12]));
    } catch {
      // it has just ended
    }
  }
  return times;
}
