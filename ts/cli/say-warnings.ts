import { platform, usePlatform } from '../platform.ts';
import type { Output } from './output.ts';

/** Has warnings told as commands tell things, and not as Node does. */
export function sayWarnings(out: Output): void {
  usePlatform({ ...platform(), warn: ({ message }) => out.warn(message) });
}
