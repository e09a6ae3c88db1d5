/** The engine's worker on a device with little memory. */

import './little-memory.js';
import '/dist/engine-worker.js';
