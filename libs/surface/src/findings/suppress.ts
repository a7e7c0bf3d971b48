import type { Finding } from './finding';
import type { RuleInfo } from './rule';

/** A finding that a team accepts: an entry of `acknowledge` in an environment file, or of `libs/rules`. */
export interface Suppression {
  readonly rule: string;
  readonly reason: string;
  /** Terraform addresses; absent: wherever the rule finds something, for rules that the environment file sets. */
  readonly address?: string | RegExp;
  /** @default - every stack */
  readonly stack?: string | RegExp;
}

export interface Suppressed {
  readonly open: Finding[];
  readonly suppressed: (Finding & { readonly reason: string })[];
  /** Suppresses nothing (any more): to be removed, so that it does not hide a later mistake. */
  readonly unused: Suppression[];
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
  const used = new Set<Suppression>();
  const result: Suppressed = { open: [], suppressed: [], unused: [] };
  for (const finding of findings) {
    const answers = valid.filter((entry) => isAbout(entry, finding));
    for (const answer of answers) used.add(answer);
    const [answer] = answers;
    if (answer) result.suppressed.push({ ...finding, reason: answer.reason });
    else result.open.push(finding);
  }
  result.unused.push(...valid.filter((entry) => !used.has(entry) && rules.has(entry.rule)));
  return result;
}

/** True: it names places, and is not about a whole environment. */
export const isPlaced = ({ address, stack }: Suppression): boolean => (address ?? stack) !== undefined;

export const matches = (wanted: string | RegExp | undefined, found: string): boolean =>
  wanted === undefined || (typeof wanted === 'string' ? wanted === found : found.search(wanted) !== -1);

const isAbout = ({ rule, address, stack }: Suppression, finding: Finding): boolean =>
  rule === finding.rule && matches(address, finding.address) && matches(stack, finding.stack ?? '');
