import { groupBy } from '../group-by';
import type { Finding } from './finding';
import type { RuleInfo } from './rule';

/** A finding that a team accepts: an entry of `acknowledge` in an environment file, of a policy file, or of `libs/rules`. */
export interface Suppression {
  readonly rule: string;
  readonly reason: string;
  /** Terraform addresses; absent: wherever the rule finds something, for rules that the environment file sets. */
  readonly address?: string | RegExp;
  /** Which parts of a finding (`Finding.of`) it accepts there. Absent: findings that have no parts. */
  readonly of?: readonly (string | RegExp)[];
  /** @default - every stack */
  readonly stack?: string | RegExp;
}

/** A finding that is suppressed, and why. */
export interface Suppressed {
  readonly open: Finding[];
  readonly suppressed: (Finding & { readonly reason: string })[];
  /** Suppresses nothing (any more): to be removed, so that it does not hide a later mistake. */
  readonly unused: Suppression[];
  /** Of those that are unused: findings at their place that they do not accept, because they do not name them. */
  readonly missed: ReadonlyMap<Suppression, readonly Finding[]>;
}

/**
 * Parts findings by whether someone answers for them.
 *
 * @param evaluated the rules that the findings come from: a suppression of another rule is not unused
 */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  evaluated: readonly Pick<RuleInfo, 'id' | 'fields'>[],
): Suppressed {
  const rules = new Map(evaluated.map((rule) => [rule.id, rule]));
  const valid = suppressions.filter((entry) => isPlaced(entry) || rules.get(entry.rule)?.fields);
  const byRule = groupBy(valid, ({ rule }) => rule);
  const used = new Set<Suppression>();
  const missed = new Map<Suppression, Finding[]>();
  const [open, suppressed]: [Suppressed['open'], Suppressed['suppressed']] = [[], []];
  for (const finding of findings) {
    const there = (byRule.get(finding.rule) ?? []).filter((entry) => isAt(entry, finding));
    const answers = answersTo(finding, there);
    for (const answer of answers) used.add(answer);
    if (answers.length > 0) {
      suppressed.push({ ...finding, reason: [...new Set(answers.map(({ reason }) => reason))].join(' ') });
      continue;
    }
    open.push(finding);
    for (const entry of there) {
      const findings = missed.get(entry);
      if (findings) findings.push(finding);
      else missed.set(entry, [finding]);
    }
  }
  const unused = valid.filter((entry) => !used.has(entry) && rules.has(entry.rule));
  return { open, suppressed, unused, missed };
}

/** The entry that accepts a finding, as JSON to paste; the reason is for its author to write. */
export const suppressionFor = ({ rule, address, of }: Pick<Finding, 'rule' | 'address' | 'of'>): string =>
  `{ ${[['rule', rule], ['address', address], ...(of === undefined ? [] : [['of', of] as const]), ['reason', '']]
    .map(([key, value]) => `"${String(key)}": ${json(value)}`)
    .join(', ')} }`;

/** True: it names places, and is not about a whole environment. */
export const isPlaced = ({ address, stack }: Suppression): boolean => (address ?? stack) !== undefined;

export const matches = (wanted: string | RegExp | undefined, found: string): boolean =>
  wanted === undefined || (typeof wanted === 'string' ? wanted === found : found.search(wanted) !== -1);

const isAt = ({ address, stack }: Suppression, finding: Finding): boolean =>
  matches(address, finding.address) && matches(stack, finding.stack ?? '');

/** Of the entries at its place those that accept a finding together: each of its parts is named by one of them. */
function answersTo({ of: parts }: Finding, there: readonly Suppression[]): readonly Suppression[] {
  if (parts === undefined) return there.filter(({ of: accepted }) => accepted === undefined).slice(0, 1);
  const names = ({ of: accepted = [] }: Suppression, part: string) => accepted.some((each) => matches(each, part));
  const answers = there.filter((entry) => parts.some((part) => names(entry, part)));
  return parts.every((part) => answers.some((entry) => names(entry, part))) ? answers : [];
}

const json = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(json).join(', ')}]`
    : JSON.stringify(value).replace(UNUSUAL, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** What a reader might not see, or not as it is. */
const UNUSUAL = /[^\x20-\x7e\u00a1-\u00ac\u00ae-\u024f\u2018-\u201d\u2026]/g;
