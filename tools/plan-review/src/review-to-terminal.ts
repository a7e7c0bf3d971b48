import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EXIT, usesColor, widthOf, type ExitCode } from '@gatehouse/cli-kit';
import { teamRules } from '@gatehouse/rules';
import { allRules, ruleInfos } from '@gatehouse/surface';
import { digestKey } from './digest/digest-key';
import { lazy } from './lazy';
import { type ReviewOptions } from './options';
import { refuseOverwriting } from './own-files';
import { withPrintableErrors } from './printable-errors';
import { renderJson } from './render/json';
import { renderMarkdown } from './render/markdown/markdown';
import { renderTerminal } from './render/terminal/terminal';
import { reviewInputs, type ReviewInputs } from './review-inputs';

/**
 * Reviews, writes the files that are asked for, and prints the review on standard output. What cannot be read is in all
 * of them, as not reviewed.
 */
export const reviewToTerminal = (options: ReviewInputs & ReviewOptions): ExitCode =>
  withPrintableErrors(() => review(options));

function review(options: ReviewInputs & ReviewOptions): ExitCode {
  refuseOverwriting(options, options.files);
  const secretsKey = options.secretsKey ?? digestKey(options.digestKeyFile);
  const { review, problems } = reviewInputs({ ...options, secretsKey });
  const { markdown, html, json, sarif, link } = options;
  write(markdown, () => renderMarkdown(review, { link }));
  write(html, () => lazy.html().renderHtml(review));
  write(json, () => renderJson(review));
  write(sarif, () => lazy.sarif().renderSarif(review, ruleInfos(allRules(teamRules))));
  const { stdout } = process;
  stdout.write(renderTerminal(review, { color: usesColor(stdout), width: widthOf(stdout) }));
  if (problems.length > 0) return EXIT.error;
  return review.verdict === 'clean' ? EXIT.ok : EXIT.findings;
}

function write(file: string | undefined, render: () => string): void {
  if (file === undefined) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, render());
  console.error(`Wrote ${file}`);
}
