import { readFileSync } from 'node:fs';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** A comment as GitHub shows it: GitHub-flavoured Markdown with GitHub's own style sheet. */
export function commentPage(markdown: string): string {
  const body = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  const style = readFileSync(require.resolve('github-markdown-css/github-markdown-light.css'), 'utf8');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A comment</title><style>${style}
body{margin:0;padding:16px;background:#fff}
.comment.markdown-body{font-size:14px;border:1px solid #d1d9e0;border-radius:6px;padding:16px}
.dot{display:inline-block;width:.8em;height:.8em;border-radius:50%}</style></head>
<body><div class="comment markdown-body">${body.replace(/[🔴🟠🟡⚪]/gu, dot)}</div></body></html>
`;
}

/** Emoji come from the reader's system; a picture must not depend on its fonts. */
const dot = (emoji: string): string => `<span class="dot" style="background:${COLORS[emoji]}"></span>`;

const COLORS: Readonly<Record<string, string>> = {
  '🔴': '#dd2e44',
  '🟠': '#f4900c',
  '🟡': '#fdcb58',
  '⚪': '#e6e7e8',
};
