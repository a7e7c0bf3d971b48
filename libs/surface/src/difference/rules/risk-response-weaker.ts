import type { RiskConfiguration, Unknown } from '../../model';
import { addedTo } from '../../model/lists';
import { nameOf, placeOf } from '../../model/located';
import { poolPlaceOf } from '../../model/pool-member';
import { differenceRule } from '../../findings/rule';
import { violationsAt, type Found } from '../../findings/violations';
import { isWeaker } from '../is-weaker';
import { show } from '../show';

type Risks = RiskConfiguration<Unknown>;

const ACTIONS = ['NO_ACTION', 'MFA_IF_CONFIGURED', 'MFA_REQUIRED', 'BLOCK'];

export const riskResponseWeaker = differenceRule({
  id: 'risk-response-weaker',
  severity: 'high',
  title: 'Response to risky sign-ins weakened',
  why: 'Threat protection rates each sign-in. What is not blocked or challenged goes through, and ranges that are skipped are not rated at all.',
  remediation: 'Restore aws_cognito_risk_configuration.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-adaptive-authentication.html',
  find: ({ riskConfigurations, userPools }) => {
    const lost = new Set(userPools.flatMap(({ before, after }) => (before && !after ? [placeOf(before)] : [])));
    return riskConfigurations.flatMap(({ before, after }) => {
      // What goes with its pool is reported with the pool.
      if (!before || lost.has(poolPlaceOf(before) ?? '')) return [];
      return violationsAt(after ?? before, `risk configuration of ${nameOf(before)}`, weaker(before, after));
    });
  },
});

const weaker = (before: Risks, after: Risks | undefined): readonly Found[] => [
  ...(['high', 'medium', 'low'] as const).map((risk): Found => ({
    when: isWeaker(ACTIONS, before[risk], actionOf(after?.[risk], after)),
    severity: risk === 'high' ? 'high' : 'medium',
    message: `Sign-ins of ${risk} risk get ${show(actionOf(after?.[risk], after))} in place of ${show(before[risk])}.`,
    before: show(before[risk]),
    after: show(actionOf(after?.[risk], after)),
  })),
  {
    when: before.compromised === 'BLOCK' && actionOf(after?.compromised, after) === 'NO_ACTION',
    message: 'Anyone can sign in with a password that is known to have leaked.',
    before: 'BLOCK',
    after: 'NO_ACTION',
  },
  ...(after ? ranges(before, after) : []),
];

function ranges(before: Risks, after: Risks): readonly Found[] {
  const skipped = addedTo(before.skippedRanges, after.skippedRanges);
  const released = addedTo(after.blockedRanges, before.blockedRanges);
  return [
    {
      when: skipped.length > 0,
      message: `Sign-ins from ${skipped.join(', ')} are no longer rated.`,
      before: show(before.skippedRanges),
      after: show(after.skippedRanges),
    },
    {
      when: released.length > 0 && Array.isArray(after.blockedRanges),
      message: `Sign-ins from ${released.join(', ')} are no longer blocked.`,
      before: show(before.blockedRanges),
      after: show(after.blockedRanges),
    },
  ];
}

/** What is not written does nothing. */
const actionOf = <T>(action: T | undefined, of: Risks | undefined): T | 'NO_ACTION' =>
  of === undefined || action === undefined ? 'NO_ACTION' : action;
