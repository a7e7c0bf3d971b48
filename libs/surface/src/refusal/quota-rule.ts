import type { Surface, Unknown } from '../model';
import { groupBy } from '../group-by';
import { nameOf, placeOf } from '../model/located';
import type { OfUserPool } from '../model/of-user-pool';
import { poolKeyOf } from '../model/pool-member';
import { refusalRule, type Rule } from '../findings/rule';
import { withThousands } from './thousands';

interface Quota {
  readonly id: string;
  /** Of one user pool, until AWS raises it. */
  readonly quota: number;
  /** That AWS raises it to. */
  readonly most: number;
  /** `app clients` */
  readonly what: string;
  readonly members: (surface: Surface<Unknown>) => readonly OfUserPool<Unknown>[];
}

/** A rule about how many of a kind one user pool has, where AWS raises the quota on request. */
export const quotaRule = ({ id, quota, most, what, members }: Quota): Rule<'refusal'> =>
  refusalRule({
    id,
    severity: 'high',
    isRaised: true,
    title: `Too many ${what}`,
    why: `A user pool has at most ${withThousands(quota)} ${what}, until AWS raises the quota, to ${withThousands(most)} at most.`,
    remediation:
      'Split them between user pools, or ask for a higher quota; once it is raised, suppress the finding and name the new quota.',
    page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html',
    find: (surface) => {
      const pools = new Map(surface.userPools.map((pool) => [placeOf(pool), pool]));
      return [...groupBy(members(surface), poolKeyOf)].flatMap(([key, all]) => {
        const pool = pools.get(key ?? '');
        const [first] = all;
        if (first === undefined || key === undefined || all.length <= quota) return [];
        return [
          {
            at: pool ?? first,
            subject: `user pool ${pool ? nameOf(pool) : nameOf({ name: first.userPoolId, address: first.userPool ?? key })}`,
            message: `Cognito refuses ${withThousands(all.length)} ${what}; a pool has at most ${withThousands(quota)}.`,
            after: String(all.length),
          },
        ];
      });
    },
  });
