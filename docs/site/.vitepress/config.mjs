import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';

const site = join(dirname(fileURLToPath(import.meta.url)), '..');
const docs = resolve(site, '..');
const workspace = resolve(docs, '..');

/** Where files that are no page are shown: the repository that builds the site. */
const repository = process.env.GITHUB_REPOSITORY;
const sources = repository && `https://github.com/${repository}/blob/main`;

export default defineConfig({
  title: 'Gatehouse',
  description: 'Cognito-guarded API Gateway in every environment.',
  srcDir: '..',
  srcExclude: ['site/**'],
  rewrites: { 'features.md': 'index.md', 'api/README.md': 'api/index.md' },
  // Dead links fail the build. What leads out of the docs is checked as the page is written: `linkToSource`.
  ignoreDeadLinks: false,
  // An address in a sentence is not a link to be followed.
  markdown: { linkify: false, config: (markdown) => markdown.use(linkToSource).use(onlyKnownHtml) },
  // The pages are beside this folder, where there is no Vue.
  vite: {
    resolve: {
      alias: [
        { find: /^vue\/server-renderer$/, replacement: join(site, 'node_modules/vue/server-renderer/index.mjs') },
        { find: /^vue$/, replacement: join(site, 'node_modules/vue/dist/vue.runtime.esm-bundler.js') },
      ],
    },
  },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      { text: 'Guide', link: '/environments' },
      { text: 'API', link: '/api/' },
    ],
    sidebar: [
      group('Start', [
        'gallery',
        'architecture',
        'environments',
        'composition',
        'local',
        'playground',
        'serve',
        'make-it-yours',
      ]),
      group(
        'Cognito',
        ['sign-in', 'clients', 'attributes', 'triggers', 'pages', 'providers', 'identity-pools', 'operations'],
        'cognito/',
      ),
      group('Review', ['plan-review', 'pull-requests', 'other-ci', 'rules', 'verdicts', 'review-catalogue']),
      group('Operate', [
        'bootstrap',
        'commands',
        'nx',
        'operations',
        'opentofu',
        'cdktn',
        'compatibility',
        'packages',
        'dependencies',
      ]),
      group(
        'API',
        ['cognito', 'gateway', 'functions', 'platform', 'environment', 'surface', 'plan-review', 'local', 'nx-cdktf'],
        'api/',
      ),
    ],
  },
});

/** Links to pages that do not exist would be dead, so only those that do are named. */
function group(text, names, folder = '') {
  const pages = names.filter((name) => existsSync(join(docs, `${folder}${name}.md`)));
  return { text, collapsed: text !== 'Start', items: pages.map((name) => ({ text: name, link: `/${folder}${name}` })) };
}

/** A link to a file beside the docs leads to the repository; where none is known, it is text. */
function linkToSource(markdown) {
  const plain =
    markdown.renderer.rules.link_open ?? ((tokens, at, options, _env, self) => self.renderToken(tokens, at, options));
  markdown.renderer.rules.link_open = (tokens, at, options, env, self) => {
    const href = tokens[at].attrGet('href') ?? '';
    if (!/^(https?:|mailto:|#|\/)/.test(href)) {
      const file = resolve(dirname(env.path), decodeURI(href.replace(/#.*$/, '')));
      const beside = relative(docs, file).startsWith('..') || !/\.md$/.test(file);
      if (beside && !existsSync(file)) throw new Error(`${env.path}: dead link ${href}`);
      if (beside) tokens[at].attrSet('href', sources ? `${sources}/${relative(workspace, file)}` : '#');
    }
    return plain(tokens, at, options, env, self);
  };
}

/** `<name>` is text of ours far more often than HTML, which Vue would refuse. */
function onlyKnownHtml(markdown) {
  const { escapeHtml } = markdown.utils;
  const rule = (tokens, at) => {
    const { content } = tokens[at];
    return content.replace(/<[^>]*>?/g, (tag) =>
      /^<\/?(a|br|kbd|img|picture|source|details|summary)\b/.test(tag) ? tag : escapeHtml(tag),
    );
  };
  markdown.renderer.rules.html_inline = rule;
  markdown.renderer.rules.html_block = rule;
}
