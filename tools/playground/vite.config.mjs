import { defineConfig } from 'vite';

/**
 * Everything in files of their own: the page's content security policy allows no inline script, no inline style and nothing of
 * another origin.
 */
export default defineConfig({
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: 'es2022' },
});
