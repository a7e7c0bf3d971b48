import { sampleReview } from './sample-review';
import { commentPage } from './comment-page';
import { environmentError } from './environment-error';
import { terminalSvg } from './terminal-svg';
import { renderMarkdown, renderTerminal } from '@gatehouse/plan-review';
import { renderHtml } from '@gatehouse/plan-review/html';

/** Terminals that need no Terraform, by file name. */
export async function quickTerminals(): Promise<Record<string, string>> {
  return {
    'review.svg': await terminalSvg({
      command: 'npx gatehouse review dev',
      output: renderTerminal(sampleReview(), { color: true, width: 100 }),
    }),
    'error.svg': await terminalSvg({ command: 'npx gatehouse check dev', output: environmentError() }),
  };
}

export interface Page {
  readonly html: string;
  readonly width: number;
  /** @default the whole page */
  readonly height?: number;
  /** @default 'light' */
  readonly scheme?: 'light' | 'dark';
}

/** Pages that a browser draws, by file name. */
export function pages(): Record<string, Page> {
  const review = renderHtml(sampleReview());
  return {
    'review-page.png': { html: review, width: 1000, height: 900 },
    'review-page-phone.png': { html: review, width: 390, height: 760, scheme: 'dark' },
    'comment.png': { html: commentPage(renderMarkdown(sampleReview())), width: 900 },
  };
}
