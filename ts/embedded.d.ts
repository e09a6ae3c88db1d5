/** What tsup.config.ts embeds. */

/** A script, bundled with all that it imports, as a text. */
declare module '*?script' {
  const script: string;
  export default script;
}

/** A script for a page whose content policy names its hash. */
declare module '*?hashed' {
  const script: { readonly text: string; readonly hash: string };
  export default script;
}

/** A file, compressed with gzip and written in base64. */
declare module '*?gzip' {
  const text: string;
  export default text;
}

/** The same with Brotli, which Node has. */
declare module '*?brotli' {
  const text: string;
  export default text;
}

/** The WASM of these builds, for pages. */
declare module '*?builds=single' {
  const packed: import('./browser/unpack-wasm.ts').PackedWasm;
  export default packed;
}
declare module '*?builds=threads,fast,single' {
  const packed: import('./browser/unpack-wasm.ts').PackedWasm;
  export default packed;
}

/** The WASM of all builds, end to end. */
declare module '*?packed' {
  const packed: {
    /** Compressed with Brotli and written in base64. */
    readonly brotli: string;
    readonly lengths: readonly (readonly [build: 'single' | 'threads' | 'fast', bytes: number])[];
  };
  export default packed;
}

/** A module whose `createGlue` makes another instance of a glue file at each call. */
declare module '*/glue-single.ts?instances' {
  export function createGlue(): typeof import('./engine/glue-single.ts');
}
declare module '*/glue-threads.ts?instances' {
  export function createGlue(): typeof import('./engine/glue-threads.ts');
}
declare module '*?sample' {
  /** Digits, in base64. */
  const packed: string;
  export default packed;
}
