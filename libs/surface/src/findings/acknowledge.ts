import type { Finding, RuleInfo } from './finding';

/** What a team says about a finding that it means to live with; an entry of `acknowledge` in an environment file. */
export interface Acknowledgement {
  readonly rule: string;
  readonly reason: string;
  /** Terraform address of the one place it is about; absent: wherever the rule finds something. */
  readonly address?: string;
}

export interface Acknowledged {
  readonly open: Finding[];
  readonly acknowledged: (Finding & { readonly reason: string })[];
  /** About a place where its rule finds nothing (any more): to be removed, so that it does not hide a later mistake. */
  readonly idle: Acknowledgement[];
}

/**
 * Parts findings by whether someone answers for them.
 *
 * An entry without an address speaks of an environment rule, and of the rule of the same name here; whether that one is
 * of use, the environment file's own check says, so such an entry is never idle.
 *
 * @param judged the rules that the findings come from: an entry of another rule is not idle for finding nothing here
 * @default - any rule
 */
export function acknowledge(
  findings: readonly Finding[],
  acknowledgements: readonly Acknowledgement[],
  judged?: readonly Pick<RuleInfo, 'id'>[],
): Acknowledged {
  const ids = judged && new Set(judged.map(({ id }) => id));
  const used = new Set<Acknowledgement>();
  const result: Acknowledged = { open: [], acknowledged: [], idle: [] };
  for (const finding of findings) {
    const answers = acknowledgements.filter((entry) => isAbout(entry, finding));
    for (const answer of answers) used.add(answer);
    const [answer] = answers;
    if (answer) result.acknowledged.push({ ...finding, reason: answer.reason });
    else result.open.push(finding);
  }
  result.idle.push(
    ...acknowledgements.filter(
      (entry) => entry.address !== undefined && !used.has(entry) && (ids?.has(entry.rule) ?? true),
    ),
  );
  return result;
}

const isAbout = ({ rule, address }: Acknowledgement, finding: Finding): boolean =>
  rule === finding.rule && (address === undefined || address === finding.address);
