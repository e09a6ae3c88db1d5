/** The engine's worker, which fails at the fourth request: as the address says, it throws, rejects or closes. */

import '/dist/engine-worker.js';

const fail = {
  throw() {
    throw new Error('out of luck');
  },
  reject() {
    Promise.reject(new Error('out of luck'));
  },
  close: () => close(),
};
let requests = 0;
addEventListener('message', () => ++requests === 4 && fail[location.search.slice(1)]());
