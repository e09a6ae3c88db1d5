#!/usr/bin/env node
/** `inkgrad` on the command line. */

import './node.ts';
import { main } from './cli/program.ts';
import { watchOutput } from './cli/streams.ts';

watchOutput();
const code = await main(process.argv.slice(2));
process.exitCode ||= code; // that of an output which could not be written stays
