declare module 'jstat' {
  interface Distributions {
    readonly studentt: { inv(p: number, dof: number): number };
    readonly binomial: { cdf(k: number, n: number, p: number): number };
    ibeta(x: number, a: number, b: number): number;
    erfc(x: number): number;
  }
  const jStat: Distributions;
  export default { jStat };
}
