/** How processes end; README.md and every `--help` have them. */
export const exitCodes = {
  done: 0,
  /** A file, the data, the engine: the message tells. */
  failed: 1,
  /** A command, option or argument that there is not. */
  usage: 2,
  /** By Ctrl-C: 128 and the number of SIGINT. */
  interrupted: 130,
} as const;

export const exitCodesText =
  `Exit codes: ${exitCodes.done} done, ${exitCodes.failed} failed, ${exitCodes.usage} wrong options, ` +
  `${exitCodes.interrupted} stopped by Ctrl-C.`;
