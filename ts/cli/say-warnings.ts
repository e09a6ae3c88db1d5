import { platform, usePlatform } from '../platform.ts';
import type { Output } from './output.ts';

/** A message in the command line's words, where it names what a program would call. */
export function inOptions(message: string): string {
  return message.replace(/loadModel\([^()]*\{ layers \}\)/, '`inkgrad convert` with --layers');
}

/** Has warnings told as commands tell things, and not as Node does. */
export function sayWarnings(out: Output): void {
  usePlatform({ ...platform(), warn: ({ message }) => out.warn(inOptions(message)) });
}
