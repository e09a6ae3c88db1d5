/** What tsup.config.ts embeds as texts. */

/** A script, bundled with all that it imports. */
declare module '*?script' {
  const script: string;
  export default script;
}

/** A file, compressed with gzip and written in base64. */
declare module '*?gzip' {
  const text: string;
  export default text;
}

declare module '*?sample' {
  /** Digits in gzip, in base64. */
  const packed: string;
  export default packed;
}
