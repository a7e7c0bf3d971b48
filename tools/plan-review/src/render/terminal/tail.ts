import { isRisky } from '../../build/verdict';
import type { EnvironmentReview } from '../../model/review';
import { count } from '../../text/count';
import { visible } from '../../text/visible';
import { severityCounts } from '../../text/words';
import { unboundLines } from '../binding';
import { name } from './name';

/** What is suppressed or expected, suppressions that match nothing, and the digest. */
export function tailLines(environment: EnvironmentReview): string[] {
  const { digest, suppressed, standing, unusedSuppressions } = environment;
  const where = environment.name === undefined ? '' : `${name(environment.name)}: `;
  const expected = environment.findings.filter((finding) => !isRisky(finding));
  return [
    ...listed(
      `${where}suppressed: ${severityCounts(suppressed)}`,
      suppressed.map(
        ({ severity, subject, message, rule, reason }) =>
          `${severity} ${name(subject)}, rule ${name(rule)}: ${visible(message)} Reason: ${visible(reason)}`,
      ),
    ),
    ...listed(
      `${where}expected: ${count(expected.length, 'finding')}`,
      expected.map(({ subject, rule, message }) => `${name(subject)}, rule ${name(rule)}: ${visible(message)}`),
    ),
    ...standing.map(
      ({ rule, reason }) => `${where}suppressed in the environment file: ${name(rule)}, ${visible(reason)}`,
    ),
    ...unusedSuppressions.map(
      ({ rule, problem }) =>
        `${where}unused suppression: ${problem === undefined ? `${name(rule)}. Remove it from the environment file.` : visible(problem)}`,
    ),
    ...(digest === undefined ? [] : [`${where}plan digest ${name(digest)}`]),
    ...unboundLines(environment).map(
      ({ text, names, remedy }) => `${where}${text}${names === '' ? '' : `: ${visible(names)}`}. ${remedy}`,
    ),
  ];
}

/** The other views show all. */
const MOST = 100;

function listed(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - MOST;
  return [title, ...lines.slice(0, MOST).map((line) => `  ${line}`), ...(rest > 0 ? [`  ... and ${rest} more`] : [])];
}
