import { inWords, type Gain } from '@gatehouse/policy';
import { differenceRule, type Violation } from '../../findings/rule';
import { notRead } from '../../iam/unread';
import type { Severity } from '../../findings/finding';
import { allRightsOf } from '../../iam/gains';
import { writtenBy } from '../../iam/document';
import { severityOf, worstOf } from '../../iam/severity';
import { issuerOf, tokensOf, type Tokens } from '../../iam/federated';
import { assumes, trustSeverity } from '../../iam/trust-severity';
import { TRUST, trustsGained, type TrustGained } from '../../iam/trust';
import { listOf } from '../../iam/words';
import { conditionsInWords } from '../../resource-policies/words';
import type { Comparison } from '../comparison';
import { isUnknown } from '../../model/value';
import { sentence } from '../../sentence';

export const roleTrustWidened = differenceRule({
  id: 'role-trust-widened',
  severity: 'critical',
  title: 'Role trust widened',
  why: 'The trust policy decides who can assume a role and use its permissions.',
  remediation: 'Name who may assume the role, and restore its conditions.',
  page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_policy-examples.html',
  sameFactAs: ['role-trusts-any-identity-pool', 'role-trusts-everyone', 'role-trusts-guests'],
  find: (comparison) =>
    trustsGained(comparison).flatMap((trust) => {
      const found = widened(trust, comparison);
      return found.some(({ severity }) => severity === 'critical') ? found : [...found, ...hidden(trust, comparison)];
    }),
});

function widened({ account, before, earlier, gains, name, role }: TrustGained, comparison: Comparison): Violation[] {
  if (gains.length === 0) return [];
  const all = allRightsOf(comparison, role);
  const rights = all && severityOf(all);
  const about = { isNew: before === undefined, account, rights, earlier, trusted: comparison.trusted };
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
  const tokens = gains.flatMap((gain) =>
    gain.who.flatMap((who) =>
      who.type === 'federated' ? [{ provider: who.provider, ...tokensOf(who.provider, gain) }] : [],
    ),
  );
  const open = tokens.find((each) => each.of === 'anyone') ?? tokens.find((each) => each.of !== 'named');
  if (open) return openTo(open, name);
  const who = listOf(gains.flatMap(inWords));
  if (gains.every(({ lostDeny }) => lostDeny))
    return `Nothing denies any more that role ${name} is assumed by ${who}${conditionsInWords(gains[0] as Gain)}.`;
  if (!gains.some(({ actions }) => actions.some(assumes)))
    return `${sentence(who)} can do ${listOf(gains.flatMap(({ actions }) => actions))} with sessions of role ${name}.`;
  return `Role ${name} can be assumed by ${who}${conditionsOf(gains, tokens)}.`;
}

/** Of tokens the subjects; of others what must hold, each once. */
function conditionsOf(gains: readonly Gain[], tokens: readonly Tokens[]): string {
  const named = listOf(tokens.flatMap(({ values }) => values));
  if (named !== '') return ` for ${named}`;
  return [...new Set(gains.map((gain) => (gain.lostDeny ? '' : conditionsInWords(gain))))].join(', or');
}

type Open = Tokens & { readonly provider: string };

function openTo({ of, provider, values }: Open, name: string): string {
  if (of === 'starter')
    return `Jobs of any project of ${issuerOf(provider)} can assume role ${name}: no condition names the project or its owner.`;
  const who = of === 'anyone' ? `Anyone who can get a token of ${provider}` : `Everyone with a token of ${provider}`;
  const why =
    values.length > 0
      ? `sub ${listOf(values)} matches the tokens of others too`
      : 'no condition says whose token it must be';
  return `${who} can assume role ${name}: ${why}.`;
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
      message: `The plan does not show who can assume role ${name}: its trust policy ${notRead(first.reason)}.`,
      remediation: 'Write the trust policy with values that the plan shows, so that it can be reviewed.',
    },
  ];
}
