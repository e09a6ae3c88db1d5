/** What a command came to, besides what it said on the way. */
export interface Outcome {
  /** What `--json` prints. */
  readonly json: object;
  /** What `--quiet` prints; nothing if undefined. */
  readonly brief?: string;
  /** The exit code. Default: 0. */
  readonly code?: number;
}
