import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SEVERITIES } from '@gatehouse/surface';
import type { EnvironmentReview, Review } from '../../model/review';
import { membersOf, type Sections } from '../sections';
import { unreviewedWords } from '../unreviewed';
import { unboundLines } from '../binding';
import { viewOf } from '../view';
import { accessSection } from './access';
import { code, text } from './escape';
import { graphSection } from './graph';
import { acceptedSection, findingSection } from './findings';
import { stackSections } from './stacks';

/** One file that loads nothing: it can be kept as an artifact and opened anywhere. */
export function renderHtml(review: Review): string {
  const style = asset('page.css');
  const script = asset('page.js');
  const { title, headline, environments, sections } = viewOf(review);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${text(`${title}: ${headline}`)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the review</a>
<header><div>
<h1>${text(title)}</h1>
<p class="verdict ${VERDICTS[review.verdict]}">${text(headline)}</p>
${facts(environments)}
${unreviewedLine(environments)}
</div></header>
${filterBar(sections)}
<main id="content" tabindex="-1">
${accessSection(sections)}
${findingSection(sections)}
${graphSection(environments)}
${stackSections(environments)}
${acceptedSection(sections)}
</main>
<footer><div>Argument values are shown only where they cannot be secret. Plans with the same digest do the same.</div></footer>
<script>${script}</script>
</body>
</html>
`;
}

/** Nothing may be loaded, sent or run but what is in this file. */
const policyOf = (style: string, script: string): string =>
  [
    "default-src 'none'",
    `style-src '${digest(style)}'`,
    `script-src '${digest(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const VERDICTS: Readonly<Record<Review['verdict'], string>> = {
  clean: 'clean',
  risky: 'risky',
  'not reviewed': 'unseen',
};

const facts = (environments: readonly EnvironmentReview[]): string =>
  `<ul class="facts">${environments
    .map((environment) => {
      const { name, digest } = environment;
      const unbound = unboundLines(environment).map(
        ({ text: words, names, remedy }) =>
          `; ${text(words)}${names === '' ? '' : `: ${code(names)}`}. ${text(remedy)}`,
      );
      const word = digest === undefined ? 'not reviewed' : `plan digest ${code(digest)}${unbound.join('')}`;
      return `<li>${name === undefined ? '' : `<strong>${text(name)}</strong> `}<span class="soft">${word}</span></li>`;
    })
    .join('')}</ul>`;

function filterBar({ findings, expected }: Sections): string {
  const present = new Set([...membersOf(findings), ...expected].map(({ item }) => item.severity));
  const buttons = SEVERITIES.filter((severity) => present.has(severity)).map(
    (severity) => `<button type="button" data-severity="${severity}" aria-pressed="false">${severity}</button>`,
  );
  return `<div class="bar" role="search"><div>
<label for="filter">Filter</label><input id="filter" type="search" autocomplete="off" spellcheck="false" placeholder="route, resource, rule, file" aria-describedby="filter-result">
${buttons.join('\n')}
<span class="soft"><kbd>/</kbd> to filter, <kbd>Esc</kbd> to clear</span>
<span id="filter-result" class="soft" role="status"></span>
</div></div>`;
}

const asset = (name: string): string => readFileSync(join(__dirname, name), 'utf8');
const digest = (content: string): string => `sha256-${createHash('sha256').update(content).digest('base64')}`;

function unreviewedLine(environments: readonly EnvironmentReview[]): string {
  const words = unreviewedWords(environments);
  return words === undefined ? '' : `<p>${text(words.text)} ${words.types.map(code).join(', ')}.</p>`;
}
