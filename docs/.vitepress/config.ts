/** The documentation's site: `npm run docs` builds it, and DOCS_BASE says where on a host it will lie. */

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DefaultTheme, defineConfig } from 'vitepress';
import { liveCells } from './live-cells.ts';
import { tables } from './tables.ts';

const base = process.env.DOCS_BASE ?? '/';
const { version } = JSON.parse(readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8'));

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='8' fill='%232f3ee6'/%3E%3Cpath d='M9 9h14L14 25' fill='none' stroke='white' stroke-width='4' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E";

const guide: DefaultTheme.SidebarItem[] = [
  {
    text: 'Start',
    items: [
      { text: 'Install', link: '/guide/install' },
      { text: 'Your first network', link: '/guide/first-network' },
      { text: 'Digits in pictures', link: '/guide/pictures' },
      { text: 'A notebook that runs here', link: '/notebook' },
    ],
  },
  {
    text: 'Guide',
    items: [
      { text: 'Data', link: '/guide/data' },
      { text: 'Training', link: '/guide/training' },
      { text: 'Callbacks', link: '/guide/callbacks' },
      { text: 'Augmentation and recipes', link: '/guide/augmentation' },
      { text: 'Evaluation', link: '/guide/evaluation' },
      { text: 'Reports', link: '/guide/reports' },
      { text: 'Studies', link: '/guide/studies' },
      { text: 'Files and formats', link: '/guide/files' },
      { text: 'The command line', link: '/guide/command-line' },
      { text: 'Errors and warnings', link: '/guide/errors' },
      { text: 'Cookbook', link: '/cookbook' },
    ],
  },
  {
    text: 'Where it runs',
    items: [
      { text: 'The browser', link: '/guide/browser' },
      { text: 'Threads and headers', link: '/guide/threads' },
      { text: 'Determinism', link: '/guide/determinism' },
      { text: 'Performance', link: '/guide/performance' },
      { text: 'Bundlers', link: '/hosts/bundlers' },
      { text: 'Content-Security-Policy', link: '/hosts/csp' },
      { text: 'Next.js', link: '/hosts/nextjs' },
      { text: 'Jest and Vitest', link: '/hosts/jest' },
      { text: 'Serverless', link: '/hosts/serverless' },
      { text: 'CommonJS', link: '/hosts/commonjs' },
    ],
  },
  {
    text: 'Coming from',
    items: [
      { text: 'Keras', link: '/from-keras' },
      { text: 'TensorFlow.js', link: '/from-tensorflow-js' },
    ],
  },
  {
    text: 'Reference',
    items: [
      { text: 'All kinds', link: '/kinds' },
      { text: 'API', link: '/api/' },
      { text: 'Support', link: '/support' },
    ],
  },
];

/** TypeDoc's modules with their pages, once it has run. */
function apiModules(): DefaultTheme.SidebarItem[] {
  const list = fileURLToPath(new URL('../api/typedoc-sidebar.json', import.meta.url));
  const modules: DefaultTheme.SidebarItem[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  return modules.flatMap((module) => {
    const inner = module.items?.filter(({ link, items }) => link && items) ?? [];
    const own = { ...module, items: module.items?.filter((item) => !inner.includes(item)) ?? [] };
    return [own, ...inner.map((each) => ({ ...each, text: `${module.text}/${each.text}` }))].map(withoutFolds);
  });
}

/** A module's pages list its own and no others: each page carries its sidebar. */
function apiSidebars(): DefaultTheme.SidebarMulti {
  const modules = apiModules();
  const top = {
    text: 'API',
    link: '/api/',
    items: modules.map(({ text, link }) => ({ text, link }) as DefaultTheme.SidebarItem),
  };
  const back = { text: 'Guide', link: '/guide/install' };
  const own = modules.map((module) => [module.link?.replace(/[^/]*$/, '') ?? '', [top, module, back]] as const);
  return { '/api/': [top, back], ...Object.fromEntries(own) };
}

/** More names in a sidebar are not read, and would be most of each page's bytes. */
const MOST_NAMES = 30;

/** A group that folds is a button in a button; a long one is a link to its list, on the module's page. */
function withoutFolds(module: DefaultTheme.SidebarItem): DefaultTheme.SidebarItem {
  const groups = module.items?.map(({ text = '', items = [] }) =>
    items.length <= MOST_NAMES
      ? { text, items }
      : { text: `${text} (${items.length})`, link: `${module.link}#${text.toLowerCase().replaceAll(' ', '-')}` },
  );
  return { ...module, items: groups ?? [] };
}

export default defineConfig({
  title: 'inkgrad',
  description: 'Train and use neural networks for handwritten digits, in Node and in the browser.',
  lang: 'en',
  base,
  cleanUrls: false,
  lastUpdated: false,
  metaChunk: true, // what all pages share is not in each
  // The theme's first page has no landmark for its content.
  transformHtml: (html) => html.replace('class="VPContent is-home"', '$& role="main"'),
  ignoreDeadLinks: [/^\/(demo|bench)\//], // are built beside the site: test/docs/site.test.ts looks
  srcExclude: ['README.md', 'node_modules/**', 'api/README.md'],
  head: [['link', { rel: 'icon', href: icon }]],
  markdown: {
    config: (markdown) => {
      liveCells(markdown);
      tables(markdown);
    },
    languageAlias: { cjs: 'js' },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  // The package's own files are served as they are, beside the pages.
  vite: { build: { chunkSizeWarningLimit: 2000 }, server: { fs: { allow: ['../..'] } } },
  themeConfig: {
    outline: [2, 3],
    nav: [
      { text: 'Guide', link: '/guide/install', activeMatch: '^/(guide|hosts)/' },
      { text: 'Notebook', link: '/notebook' },
      { text: 'Demo', link: `${base}demo/index.html`, target: '_self' },
      { text: 'API', link: '/api/', activeMatch: '^/api/' },
      { text: version, link: '/support' },
    ],
    sidebar: {
      ...apiSidebars(),
      '/': guide,
    },
    search: {
      provider: 'local',
      options: {
        // TensorFlow.js's words are in its own documentation, and would be two thirds of the index.
        _render: (source, env, markdown) =>
          env.relativePath.startsWith('api/inkgrad/tfjs/') ? '' : markdown.render(source, env),
      },
    },
    docFooter: { prev: 'Before', next: 'Next' },
  },
});
