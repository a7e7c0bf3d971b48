import { differenceRule, type Violation } from '../../findings/rule';
import type { Severity } from '../../findings/finding';
import { groupBy } from '../../group-by';
import { stepUp } from '../../iam/severity';
import { escalationsIn, holderOf } from '../../iam/words';
import { givenRights, type GivenRights } from '../given-rights';
import { hiddenRights } from '../hidden-rights';
import { placeOf } from '../pairs';
import { poolHolders, type PoolHolder } from '../role-holders';

export const iamWidened = differenceRule({
  id: 'iam-widened',
  severity: 'critical',
  title: 'IAM permissions widened',
  why: 'A wildcard, or a permission that leads to others, gives anyone who obtains the identity much more than its task needs.',
  remediation: 'Name the actions and the resources that the task needs.',
  page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
  sameFactAs: ['guest-role-too-broad'],
  find: (comparison) => {
    const holderOfPool = poolHolders(comparison);
    const rights = givenRights(comparison).flatMap((given) => {
      const pool = holderOfPool(given.gained.identity.resource);
      const severity = severityFor(given, pool);
      return pool === 'guests' || severity === undefined ? [] : [{ ...given, pool, severity }];
    });
    const events = groupBy(rights, ({ at, severity, what }) => `${placeOf(at)} ${severity} ${what}`);
    return [...[...events.values()].map(violationOf), ...hiddenRights(comparison, holderOfPool)];
  },
});

/** Everyone who signs in has what the role of an identity pool may do, so it weighs more. */
function severityFor({ gained, severity }: GivenRights, pool: PoolHolder | undefined): Severity | undefined {
  if (gained.identity.kind === 'policy' && gained.isNew) return severity && 'medium';
  if (pool !== 'people') return severity;
  return severity === undefined && gained.isNew ? undefined : stepUp(severity);
}

type Event = GivenRights & { readonly pool: PoolHolder | undefined; readonly severity: Severity };

function violationOf(same: readonly Event[]): Violation {
  const [first] = same as readonly [Event, ...Event[]];
  const { at, escalations, gained, gains, pool, severity, what } = first;
  const identities = same.map(({ gained }) => gained.identity);
  const who = identities.map((each) => `${each.kind} ${each.name}`);
  const lost = gains.filter(({ lostDeny }) => lostDeny);
  const holder = pool === 'people' ? 'Everyone who signs in' : holderOf(gained.identity);
  const others =
    who.length > 1 ? ` The same holds for ${who.slice(1, 4).join(', ')}${who.length > 4 ? ' and others' : ''}.` : '';
  const { limit } = gained;
  const cut = limit && !limit.gains.some(({ broad }) => broad.everything) ? ', as far as its boundary lets it' : '';
  const isAll = gains.some(({ broad }) => broad.everything);
  const isLost = lost.length === gains.length;
  return {
    at,
    subject: who.length > 3 ? `${who.slice(0, 3).join(', ')} and ${who.length - 3} more` : who.join(', '),
    severity,
    message: isLost
      ? `${holder} is no longer denied ${what}.`
      : `${holder} can do ${what}${cut}.${isAll ? '' : escalationsIn(escalations)}${others}${unreadBefore(gained)}`,
    ...(gains.every(({ lifted }) => lifted) && {
      remediation: 'Keep the condition, or check who is allowed without it.',
    }),
    ...(isLost && { remediation: 'Keep the statement that denies it, or make sure that no other policy allows it.' }),
  };
}

/** What was allowed before counts as nothing where it cannot be read. */
const unreadBefore = ({ undecided }: GivenRights['gained']): string =>
  undecided.some(({ side }) => side === 'before') ? ' The plan does not show how much of it was allowed before.' : '';
