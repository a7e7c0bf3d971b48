import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Csrf } from '../csrf';
import { type Reply } from '../http';
import { html, type Html } from './html';

export const STYLE_PATH = '/style.css';

/** Nothing runs in these pages, nothing frames them, and they load their stylesheet alone. */
const SAFETY = {
  'Content-Security-Policy': "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
  // Not `no-referrer`: the browser would not say then where a form comes from.
  'Referrer-Policy': 'same-origin',
};

export interface Page {
  readonly title: string;
  /** Of the user pool, or of the provider. */
  readonly of: string;
  readonly body: Html;
}

/** A whole page; `csrf` for those with a form. */
export function page(
  { body, of, title }: Page,
  { csrf, status = 200 }: { readonly csrf?: Csrf; readonly status?: number } = {},
): Reply {
  const { markup } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} – ${of}</title>
        <link rel="stylesheet" href="${STYLE_PATH}" />
      </head>
      <body>
        <main>
          <p class="of">${of}</p>
          <h1>${title}</h1>
          ${body}
        </main>
        <footer>Local sign-in pages of <code>npm start</code></footer>
      </body>
    </html>`;
  const headers = { 'Content-Type': 'text/html;charset=UTF-8', ...SAFETY, ...(csrf && { 'Set-Cookie': csrf.cookie }) };
  return { status, headers, body: markup };
}

const stylesheet = readFileSync(join(__dirname, 'style.css'), 'utf8');

export const style = (): Reply => ({
  status: 200,
  headers: { 'Content-Type': 'text/css;charset=UTF-8', 'Cache-Control': 'max-age=3600' },
  body: stylesheet,
});
