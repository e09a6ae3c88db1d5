import { digitEpoch } from './works.mjs';

export const native = {
  name: 'native',
  title: 'WASM against native',
  about:
    '784-128-64-10, one epoch of MNIST in milliseconds: the same Rust compiled natively for plain x86-64 (vectors of 4 ' +
    'as in WASM, no fused multiply-add) and for x86-64-v3 (AVX2), which make the same bits; and the fast build, which ' +
    'fuses them.',
  async run(context) {
    const names = ['inkgrad', 'inkgradFast', 'native', 'nativeAvx2'];
    const groups = [];
    for (const batch of [32, 128, 512]) {
      const work = digitEpoch(context, { batch });
      groups.push(await context.measure({ title: `Batch ${batch}`, work, names, rounds: 5 }));
    }
    return groups;
  },
};
