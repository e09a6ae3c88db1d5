#!/usr/bin/env node
/** `inkgrad` on the command line. */

import './node.ts';
import { main } from './cli/program.ts';

// Whoever reads the output, `head` for one, may have enough of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await main(process.argv.slice(2));
