import { inWords, type Gain } from '@gatehouse/policy';
import { differenceRule, type Violation } from '../../findings/rule';
import type { Severity } from '../../findings/finding';
import { allRightsOf } from '../../iam/gains';
import { writtenBy } from '../../iam/document';
import { severityOf, worstOf } from '../../iam/severity';
import { trustSeverity, isOpenToAll } from '../../iam/trust-severity';
import { TRUST, trustsGained, type TrustGained } from '../../iam/trust';
import { listOf } from '../../iam/words';
import type { Comparison } from '../comparison';
import { isUnknown } from '../../model/value';

export const roleTrustWidened = differenceRule({
  id: 'role-trust-widened',
  severity: 'critical',
  title: 'Role trust widened',
  why: 'The trust policy decides who can assume a role and use its permissions.',
  remediation: 'Name who may assume the role, and restore its conditions.',
  page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_policy-examples.html',
  sameFactAs: ['role-trusts-any-identity-pool', 'role-trusts-everyone', 'role-trusts-guests'],
  find: (comparison) =>
    trustsGained(comparison).flatMap((trust) => [...widened(trust, comparison), ...hidden(trust, comparison)]),
});

function widened({ account, before, gains, name, role }: TrustGained, comparison: Comparison): Violation[] {
  if (gains.length === 0) return [];
  const all = allRightsOf(comparison, role);
  const rights = all && severityOf(all);
  const about = { isNew: before === undefined, account, rights, trusted: comparison.trusted };
  const reported = gains.flatMap((gain): { gain: Gain; severity: Severity }[] => {
    const severity = trustSeverity(gain, about);
    return severity === undefined ? [] : [{ gain, severity }];
  });
  const severity = worstOf(reported.map((each) => each.severity));
  const worst = reported.filter((each) => each.severity === severity).map(({ gain }) => gain);
  if (severity === undefined) return [];
  return [
    {
      at: role,
      subject: `role ${name}`,
      severity,
      message: messageOf(name, worst),
    },
  ];
}

function messageOf(name: string, gains: readonly Gain[]): string {
  if (gains.some(({ broad, who }) => broad.public && who.some(({ type }) => type === 'anyAccount')))
    return `Anyone with an AWS account can assume role ${name}.`;
  const open = gains.flatMap((gain) =>
    gain.who.flatMap((who) => (who.type === 'federated' && isOpenToAll(who.provider, gain) ? [who.provider] : [])),
  );
  if (open.length > 0)
    return `Anyone who can get a token of ${listOf(open)} can assume role ${name}: no condition says whose token it must be.`;
  const lost = gains.every(({ lostDeny }) => lostDeny);
  const conditions = gains.some((gain) => gain.conditions.length > 0 && !gain.lostDeny)
    ? ' under other conditions than before'
    : '';
  const who = listOf(gains.flatMap(inWords));
  return lost
    ? `Nothing denies any more that role ${name} is assumed by ${who}.`
    : `Role ${name} can be assumed by ${who}${conditions}.`;
}

/** Where a part of it is not known; of one that is unknown as a whole the rule `access-unknown` tells. */
function hidden({ name, role, undecided }: TrustGained, { resources }: Comparison): Violation[] {
  const [first] = undecided;
  const value = role.raw(TRUST);
  if (!first || (isUnknown(value) && !writtenBy(role, resources.after, value))) return [];
  return [
    {
      at: role,
      subject: `role ${name}`,
      message: `The plan does not show who can assume role ${name}: its trust policy cannot be read (${first.reason}).`,
      remediation: 'Write the trust policy with values that the plan shows, so that it can be reviewed.',
    },
  ];
}
