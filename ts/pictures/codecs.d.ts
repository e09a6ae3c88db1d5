/** The decoders' glue, which has no types that are of use. */
declare module '@jsquash/*_dec.js' {
  const glue: import('./codec.ts').Glue['default'];
  export default glue;
}
