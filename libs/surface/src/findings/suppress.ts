import type { Finding, RuleInfo } from './finding';

/** What a team says about a finding that it means to live with; an entry of `acknowledge` in an environment file. */
export interface Suppression {
  readonly rule: string;
  readonly reason: string;
  /** Terraform address of the one place it is about; absent: wherever the rule finds something. */
  readonly address?: string;
}

export interface Suppressed {
  readonly open: Finding[];
  readonly suppressed: (Finding & { readonly reason: string })[];
  /** About a place where its rule finds nothing (any more): to be removed, so that it does not hide a later mistake. */
  readonly unused: Suppression[];
}

/**
 * Parts findings by whether someone answers for them.
 *
 * An entry without an address speaks of an environment rule, and of the rule of the same name here; whether that one is
 * of use, the environment file's own check says, so such an entry is never unused.
 *
 * @param evaluated the rules that the findings come from: an entry of another rule is not unused for finding nothing here
 * @default - any rule
 */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  evaluated?: readonly Pick<RuleInfo, 'id'>[],
): Suppressed {
  const ids = evaluated && new Set(evaluated.map(({ id }) => id));
  const used = new Set<Suppression>();
  const result: Suppressed = { open: [], suppressed: [], unused: [] };
  for (const finding of findings) {
    const answers = suppressions.filter((entry) => isAbout(entry, finding));
    for (const answer of answers) used.add(answer);
    const [answer] = answers;
    if (answer) result.suppressed.push({ ...finding, reason: answer.reason });
    else result.open.push(finding);
  }
  result.unused.push(
    ...suppressions.filter(
      (entry) => entry.address !== undefined && !used.has(entry) && (ids?.has(entry.rule) ?? true),
    ),
  );
  return result;
}

const isAbout = ({ rule, address }: Suppression, finding: Finding): boolean =>
  rule === finding.rule && (address === undefined || address === finding.address);
