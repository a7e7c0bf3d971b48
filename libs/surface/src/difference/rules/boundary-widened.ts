import type { Widening } from '@gatehouse/policy';
import { differenceRule, type Violation } from '../../findings/rule';
import { groupBy } from '../../group-by';
import { boundariesChanged, type BoundaryChanged } from '../../iam/boundaries';
import { escalationsIn, listOf, rightsIn } from '../../iam/words';
import type { Located } from '../../model';
import { sentence } from '../../sentence';
import type { Comparison } from '../comparison';
import { placeOf } from '../pairs';

export const boundaryWidened = differenceRule({
  id: 'boundary-widened',
  severity: 'high',
  title: 'Permissions boundary widened',
  why: 'The permissions boundary limits what an identity can ever be given, whatever its policies say.',
  remediation: 'Keep the boundary, and name the actions and resources that it lets through.',
  page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  find: (comparison) => {
    const reported = boundariesChanged(comparison).flatMap((changed) => {
      const limit = whatIsLifted(changed);
      return limit === undefined ? [] : [{ ...changed, limit, at: changedPlace(changed, comparison) }];
    });
    const events = groupBy(reported, ({ at, limit }) => `${placeOf(at)} ${limit}`);
    return [...events.values()].map((same): Violation => {
      const who = same.map(({ identity: { kind, name } }) => `${kind} ${name}`);
      return {
        at: same[0]?.at ?? { address: 'plan' },
        subject: listOf(who),
        message: `${sentence(listOf(who))} ${same[0]?.limit}`,
      };
    });
  },
});

/** The end of a sentence; nothing where the boundary lets through no more, or only narrow rights. */
function whatIsLifted({ after, found }: BoundaryChanged): string | undefined {
  if (!after) return 'can be given any permission: the boundary is removed.';
  if (!found)
    return `can be given what the plan does not show: the content of boundary ${after.arn ?? after.from.address} is not in the plan.`;
  const wide = found.gains.filter(isWide);
  if (wide.length === 0 && found.escalations.length === 0) return undefined;
  const rights = [...new Set((wide.length > 0 ? wide : found.gains).map(rightsIn))].join('; ');
  return `can be given ${rights}: the boundary lets it through.${escalationsIn(found.escalations)}`;
}

const isWide = ({ actions, broad, lostDeny }: Widening['gains'][number]): boolean =>
  lostDeny ||
  broad.everything ||
  broad.sweeping ||
  broad.ofAccount ||
  broad.unconfined ||
  broad.services.length > 0 ||
  actions.some((each) => /^iam:/i.test(each));

/** The policy whose content changes, else what has the boundary. */
function changedPlace({ after, before, identity }: BoundaryChanged, { changeAt }: Comparison): Located {
  const policy = after?.policy;
  const isContent = policy && before.policy !== policy && changeAt(policy)?.action === 'update';
  return (isContent ? policy : (identity.resource ?? after?.from ?? before.from)).located;
}
