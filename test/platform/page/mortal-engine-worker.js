/** An engine's worker, one of whose threads ends when it is told so: nothing else in a page can reach it. */

import './noted-workers.js';
import '/dist/engine-worker.js';
