/**
 * How a page hears that a worker is gone, which no event tells: the worker holds a lock for as long as it lives. Where
 * there are no locks (pages that are files, or came over plain HTTP) nobody hears of it.
 */

/** To be called in the worker; settles when the lock is held. */
export function live(name: string): Promise<void> {
  return new Promise((resolve) => {
    const hold = () => {
      resolve();
      return new Promise<void>(() => {});
    };
    (navigator.locks?.request(name, hold) ?? Promise.reject()).catch(resolve);
  });
}

/** Calls `died` when the worker that called `live` is gone, for whatever reason. */
export function onDeath(name: string, died: () => void): void {
  navigator.locks?.request(name, died).catch(() => {});
}
