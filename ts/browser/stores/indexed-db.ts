/** `indexeddb://name`: a database of the page's site, one record for each name. */

import { FileError, OptionError } from '../../errors.ts';
import type { Store } from '../../stores.ts';

const database = 'inkgrad';
const records = 'models';

export const indexedDb: Store = {
  async read(name) {
    const found: unknown = await inStore(name, 'readonly', (store) => store.get(name));
    return found === undefined ? undefined : new Uint8Array(found as ArrayBuffer);
  },
  async write(name, bytes) {
    await inStore(name, 'readwrite', (store) => store.put(bytes.slice().buffer, name));
  },
};

/** The result of a request, when the transaction around it is done. */
async function inStore(
  name: string,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  if (name === '') throw new OptionError('path', 'a name behind indexeddb://', 'none');
  try {
    const opened = await open();
    try {
      const transaction = opened.transaction(records, mode, { durability: 'strict' });
      const request = ask(transaction.objectStore(records));
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was ended'));
      });
      return request.result;
    } finally {
      opened.close();
    }
  } catch (error) {
    throw new FileError(`indexeddb://${name}: ${(error as Error).message}`, { cause: error });
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(records);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('another page holds the database open'));
  });
}
