/** The browsers that pages are tried in. One interface, so that all do the same. */

import { chromium } from './browsers/chromium.ts';
import { firefox } from './browsers/firefox.ts';
import { webkitgtk, webkitgtkWithThreads } from './browsers/webkitgtk.ts';

export interface BrowserKind {
  readonly name: string;
  /** Why it cannot be driven on this machine, and how that is put right. */
  readonly missing: string | undefined;
  /** An isolated page has memory that threads share. */
  readonly threads: boolean;
  /** Its relaxed SIMD fuses multiply-adds. */
  readonly fuses: boolean;
  /** How often a test may be tried again, where the browser does not always do what it should. */
  readonly retries?: number;
  /** Starts it without a window, with a profile of its own. */
  launch(): Promise<TestBrowser>;
}

export interface TestBrowser {
  readonly version: string;
  /** Opens a page and waits until it has loaded. Only one at a time is promised to work. */
  open(url: string): Promise<TestPage>;
  /** Ends it, with all that it was started with. */
  close(): Promise<void>;
}

export interface TestPage {
  /** Runs a function in the page, which sees the page's globals alone, and awaits it. Values travel as JSON. */
  evaluate<Argument, Result>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
  /** Lines of its console, `warning: text`, and `uncaught: text` for errors that nobody caught. */
  said(): Promise<string[]>;
  close(): Promise<void>;
}

export const browsers: readonly BrowserKind[] = [chromium, firefox, webkitgtkWithThreads, webkitgtk];
