import { SEVERITIES, type Finding } from '../findings/finding';
import type { Located, Surface, Unknown } from '../model';
import { optional } from '../optional';
import type { Violation, PostureRule } from './rule';

/** What rules find wrong with a surface as it stands, the worst first; within a severity by address. */
export const findPosture = (surface: Surface<Unknown>, rules: readonly PostureRule[]): Finding[] =>
  rules
    .flatMap((rule) => rule.check(surface).map((violation) => postureFinding(rule, violation)))
    .sort(inOrder);

/** What a violation of a rule says to people. */
export const postureFinding = (
  rule: PostureRule,
  { at, subject, message, severity, found }: Violation,
): Finding => ({
  rule: rule.id,
  severity: severity ?? rule.severity,
  subject,
  message,
  remediation: rule.remediation,
  ...placeOf(at),
  ...optional('after', found),
});

/** Parts of a surface say more of themselves than where they are. */
const placeOf = ({ address, stack, constructPath, source }: Located): Located => ({
  address,
  ...optional('stack', stack),
  ...optional('constructPath', constructPath),
  ...optional('source', source),
});

function inOrder(one: Finding, other: Finding): number {
  const worse = SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity);
  if (worse !== 0) return worse;
  const [a, b] = [keyOf(one), keyOf(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

const keyOf = ({ stack = '', address, rule, subject }: Finding): string =>
  [address, stack, rule, subject].join('\n');
