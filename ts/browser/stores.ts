/** Where pages keep files. Each is loaded when it is used. */

import type { Store, StoreScheme } from '../stores.ts';

export const stores: Readonly<Record<StoreScheme, Store>> = {
  indexeddb: later(async () => (await import('./stores/indexed-db.ts')).indexedDb),
  opfs: later(async () => (await import('./stores/opfs.ts')).opfs),
  downloads: later(async () => (await import('./stores/downloads.ts')).downloads),
};

function later(load: () => Promise<Store>): Store {
  return {
    read: async (name) => (await load()).read(name),
    write: async (name, bytes, extension) => (await load()).write(name, bytes, extension),
  };
}
