import { nodeResolve } from '@rollup/plugin-node-resolve';

export default {
  input: 'main.js',
  external: /^node:/,
  output: { dir: 'built' },
  plugins: [nodeResolve({ exportConditions: ['node'] })],
};
