import { fileURLToPath } from 'node:url';

// Next.js itself is installed above the project.
const root = fileURLToPath(new URL('../../../', import.meta.url));

export default {
  turbopack: { root },
  outputFileTracingRoot: root,
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Embedder-Policy', value: 'require-corp' },
      ],
    },
  ],
};
