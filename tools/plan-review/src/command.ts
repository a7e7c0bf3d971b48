import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { differenceRules, postureRules } from '@gatehouse/surface';
import { EXIT, exitCodeOf, type ExitCode } from './exit-codes';
import { lazy } from './lazy';
import { renderJson } from './render/json';
import { renderMarkdown } from './render/markdown/markdown';
import { renderTerminal, type TerminalOptions } from './render/terminal/terminal';
import { reviewInputs, type ReviewInputs } from './review-inputs';

export interface ReviewCommand extends ReviewInputs {
  /** Files to write. */
  readonly markdown?: string;
  readonly html?: string;
  readonly json?: string;
  readonly sarif?: string;
  /** Where the full review is, for a comment that is too small for it. */
  readonly link?: string;
}

export interface Terminal extends TerminalOptions {
  readonly print: (text: string) => void;
  /** For what is not the review itself. */
  readonly printError: (text: string) => void;
}

/** Reviews, writes the files that are asked for, and shows the review. What cannot be read is in all of them as not reviewed. */
export function reviewCommand(options: ReviewCommand, terminal: Terminal): ExitCode {
  const { review, problems } = reviewInputs(options);
  const { markdown, html, json, sarif, link } = options;
  const write = (file: string | undefined, render: () => string): void => {
    if (file === undefined) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, render());
    terminal.printError(`Wrote ${file}\n`);
  };
  write(markdown, () => renderMarkdown(review, { link }));
  write(html, () => lazy.html().renderHtml(review));
  write(json, () => renderJson(review));
  write(sarif, () => lazy.sarif().renderSarif(review, [...differenceRules, ...postureRules]));
  terminal.print(renderTerminal(review, terminal));
  for (const problem of problems) terminal.printError(`${problem}\n`);
  return problems.length > 0 ? EXIT.unreadable : exitCodeOf(review.verdict);
}
