import type { RiskConfiguration, Unknown } from '../../model';
import { addedTo, isEmpty, isWhole, knownItems } from '../../model/lists';
import { nameOf, placeOf } from '../../model/located';
import { poolPlaceOf } from '../../model/pool-member';
import { differenceRule } from '../../findings/rule';
import { violationsAt, type Found } from '../../findings/violations';
import { isWeaker } from '../is-weaker';
import { ofExistingPool } from '../of-existing-pool';
import { poolKeyOf } from '../pool-key';
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
  find: (comparison) => {
    const { riskConfigurations, userPools } = comparison;
    const lost = new Set(userPools.flatMap(({ before, after }) => (before && !after ? [placeOf(before)] : [])));
    const ofPools = new Map(
      comparison.before.riskConfigurations
        .filter(({ client }) => client === undefined)
        .map((risks) => [poolKeyOf(risks), risks]),
    );
    return riskConfigurations.flatMap(({ before, after }) => {
      // What goes with its pool is reported with the pool.
      if (before && lost.has(poolPlaceOf(before) ?? '')) return [];
      if (before)
        return violationsAt(after ?? before, `risk configuration of ${nameOf(before)}`, weaker(before, after));
      if (!after || !ofExistingPool({ part: after, id: after.userPoolId }, comparison)) return [];
      // One of a client stands in place of the pool's.
      const held = after.client === undefined ? undefined : ofPools.get(poolKeyOf(after));
      return violationsAt(after, `risk configuration of ${nameOf(after)}`, held ? weaker(held, after) : first(after));
    });
  },
});

const weaker = (before: Risks, after: Risks | undefined): readonly Found[] => [
  ...LEVELS.map((risk): Found => ({
    when: isWeaker(ACTIONS, before[risk], actionOf(after?.[risk], after)),
    severity: risk === 'high' ? 'high' : 'medium',
    message: `Sign-ins of ${risk} risk get ${show(actionOf(after?.[risk], after))} in place of ${show(before[risk])}.`,
    before: show(before[risk]),
    after: show(actionOf(after?.[risk], after)),
  })),
  {
    when: before.compromised === 'BLOCK' && actionOf(after?.compromised, after) === 'NO_ACTION',
    message: LEAKED,
    before: 'BLOCK',
    after: 'NO_ACTION',
  },
  ...(after ? [...ranges(before, after), ...notices(before, after), events(before, after)] : []),
];

/** Of the first configuration of a pool, which says what is not done although the pool has threat protection. */
const first = (after: Risks): readonly Found[] => [
  {
    when: after.high === 'NO_ACTION',
    severity: 'medium',
    message: 'Sign-ins of high risk are let through.',
    after: 'NO_ACTION',
  },
  { when: after.compromised === 'NO_ACTION', message: LEAKED, after: 'NO_ACTION' },
  {
    when: knownItems(after.skippedRanges).length > 0,
    severity: knownItems(after.skippedRanges).some(isWide) ? 'high' : 'medium',
    message: `Sign-ins from ${knownItems(after.skippedRanges).join(', ')} are not rated.`,
    after: show(after.skippedRanges),
  },
];

const LEAKED = 'Anyone can sign in with a password that is known to have leaked.';
const LEVELS = ['high', 'medium', 'low'] as const;

/** More than one organization has. */
const isWide = (range: string): boolean => Number(range.split('/')[1] ?? 128) < (range.includes(':') ? 32 : 8);

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

function notices(before: Risks, after: Risks): readonly Found[] {
  const gone = addedTo(after.notified, before.notified);
  return [
    {
      when: gone.length > 0 && Array.isArray(after.notified),
      severity: 'medium',
      message: `Users are no longer informed of sign-ins of ${gone.join(' or ')} risk.`,
      before: show(before.notified),
      after: show(after.notified),
    },
  ];
}

function events({ compromisedEvents: was }: Risks, { compromised, compromisedEvents: now }: Risks): Found {
  const gone = isWhole(now) && now.length > 0 ? addedTo(now, isEmpty(was) ? EVENTS : was) : [];
  return {
    when: gone.length > 0 && compromised !== 'NO_ACTION',
    severity: 'medium',
    message: `Leaked passwords are no longer looked for at ${gone.join(', ')}.`,
    before: isEmpty(was) ? EVENTS.join(', ') : show(was),
    after: show(now),
  };
}

const EVENTS = ['SIGN_IN', 'PASSWORD_CHANGE', 'SIGN_UP'];

/** What is not written does nothing. */
const actionOf = <T>(action: T | undefined, of: Risks | undefined): T | 'NO_ACTION' =>
  of === undefined || action === undefined ? 'NO_ACTION' : action;
