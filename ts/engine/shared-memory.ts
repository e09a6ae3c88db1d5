/** The memory that an engine's threads share. All that it may ever grow to is reserved at once. */

import { reasonOf } from '../reason.ts';

/** Bytes of a page of WASM memory. */
const PAGE = 2 ** 16;

/** Pages that the memory begins with: more than the builds ask for, for their data and the first thread's stack. */
const FIRST_PAGES = 32;

/** The most that the builds allow (`--max-memory`); phones that refuse it as a rule give half. */
const MOST = 2 ** 30;

/** A memory, or why there is none. */
export type Reservation =
  | { readonly memory: WebAssembly.Memory /** Why it is not larger. */; readonly shortage?: string }
  | { readonly memory: undefined; readonly shortage: string };

/** Reserves 1 GiB, or 512 MiB where so much is refused. */
export function reserveSharedMemory(): Reservation {
  try {
    return { memory: sharedMemory(MOST) };
  } catch (error) {
    const reason = reasonOf(error); // Firefox throws a text
    try {
      return { memory: sharedMemory(MOST / 2), shortage: `512 MiB of memory, since 1 GiB was refused (${reason})` };
    } catch {
      return { memory: undefined, shortage: `memory for threads to share was refused (${reason})` };
    }
  }
}

function sharedMemory(most: number): WebAssembly.Memory {
  return new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: most / PAGE, shared: true });
}
