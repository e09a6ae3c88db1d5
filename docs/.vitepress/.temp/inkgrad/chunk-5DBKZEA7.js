// ts/cli/exit-codes.ts
var exitCodes = {
  done: 0,
  /** A file, the data, the engine: the message tells. */
  failed: 1,
  /** Unknown command, option or argument. */
  usage: 2,
  /** Stopped by a signal: 128 and its number, as shells have it. */
  hangup: 129,
  interrupted: 130,
  terminated: 143,
  /** Nobody read the output to its end: 128 and the number of SIGPIPE. */
  brokenPipe: 141
};
var exitCodesText = `Exit codes: ${exitCodes.done} done, ${exitCodes.failed} failed, ${exitCodes.usage} unknown command, option or argument,
${exitCodes.interrupted} stopped by Ctrl-C, ${exitCodes.terminated} by SIGTERM, ${exitCodes.hangup} by SIGHUP, ${exitCodes.brokenPipe} output pipe closed.`;

export {
  exitCodes,
  exitCodesText
};
//# sourceMappingURL=chunk-5DBKZEA7.js.map