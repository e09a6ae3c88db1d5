/** The program behind `npm start`. */

import './node.ts';
import { start } from './cli/start.ts';
import { goOnUnread, watchOutput } from './cli/streams.ts';

watchOutput();
goOnUnread();
const code = await start(process.argv.slice(2));
process.exitCode ||= code; // that of an output which could not be written stays
