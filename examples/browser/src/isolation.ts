/** Threads need a page that is cross-origin isolated. Where the host does not see to it, a service worker does. */

const tried = 'isolation-tried';

/** Milliseconds for the service worker to start in. */
const patience = 3_000;

/**
 * Isolates the page, if that is possible: the page is then loaded once more, with the headers that the service worker
 * adds, and the promise stays pending.
 * @returns whether the page is isolated
 */
export async function isolate(): Promise<boolean> {
  if (crossOriginIsolated) {
    sessionStorage.removeItem(tried);
    return true;
  }
  if (!('serviceWorker' in navigator) || sessionStorage.getItem(tried)) return false;
  try {
    await navigator.serviceWorker.register('service-worker.js');
  } catch {
    return false; // private windows and some settings refuse
  }
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  if (!(await Promise.race([navigator.serviceWorker.ready, late]))) return false;
  sessionStorage.setItem(tried, 'yes');
  location.reload();
  return new Promise(() => {});
}
