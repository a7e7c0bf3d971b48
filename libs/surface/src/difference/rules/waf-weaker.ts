import { nameOfChange } from '../../changes/name-of-change';
import type { PlannedChange } from '../../changes/planned-change';
import { differenceRule, type Violation } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';
import { isUnknown } from '../../model/value';
import type { Comparison } from '../comparison';
import { weakerAcl } from '../weaker-rules';

export const wafWeaker = differenceRule({
  id: 'waf-weaker',
  severity: 'high',
  title: 'Web ACL weakened',
  why: 'Requests that its rules no longer stop reach every API and sign-in page behind the web ACL.',
  remediation: 'Restore the rule, or set it to count first and look at what it would have stopped.',
  page: 'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-processing.html',
  find: ({ changesOf }) => [
    ...KINDS.flatMap(([type, kind]) =>
      changesOf(type).flatMap((change) => {
        const { before, after } = change;
        return before && after ? violationsAt(change, `${kind} ${nameOfChange(change)}`, weakerAcl(before, after)) : [];
      }),
    ),
    ...otherAcls(changesOf),
  ],
});

const ACL = 'aws_wafv2_web_acl';
const KINDS = [
  [ACL, 'web ACL'],
  ['aws_wafv2_rule_group', 'rule group'],
] as const;

/** Another web ACL takes the place of one. */
function otherAcls(changesOf: Comparison['changesOf']): readonly Violation[] {
  const acls = new Map(changesOf(ACL).flatMap((acl) => keysOf(acl).map((key) => [key, acl] as const)));
  return changesOf('aws_wafv2_web_acl_association').flatMap((change) => {
    const [was, now] = [change.before, change.after].map((values) => values?.['web_acl_arn']);
    if (typeof was !== 'string' || now === undefined || now === null || now === was) return [];
    const old = acls.get(was);
    const next = isUnknown(now)
      ? now.references?.map((reference) => acls.get(reference)).find(Boolean)
      : acls.get(String(now));
    // The same one, made again.
    if (old !== undefined && old === next) return [];
    const subject = `web ACL of ${nameOfChange(change)}`;
    if (old?.before && next?.after) return violationsAt(change, subject, weakerAcl(old.before, next.after));
    return violationsAt(change, subject, {
      when: !isUnknown(now) || now.references !== undefined,
      severity: 'medium',
      message: 'Requests pass another web ACL, and no plan shows what it stops.',
      before: was,
      after: typeof now === 'string' ? now : 'known after apply',
    });
  });
}

/** What an association can name a web ACL by. */
const keysOf = ({ address, before, after }: PlannedChange): readonly string[] => [
  `${address}.arn`,
  ...[before?.['arn'], after?.['arn']].filter((arn) => typeof arn === 'string'),
];
