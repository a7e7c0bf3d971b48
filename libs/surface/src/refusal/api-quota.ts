import { apisOf, type Api } from '../access/api';
import { refusalRule, type Rule } from '../findings/rule';
import { violationsAt } from '../findings/violations';
import { placeOf } from '../model/located';
import { sentence } from '../sentence';
import { withThousands } from './thousands';

interface ApiQuota {
  readonly id: string;
  /** `routes` */
  readonly what: string;
  readonly quota: number;
  /** Whether AWS raises it on request. */
  readonly raised: boolean;
  /** `HTTP API`; `API` for a quota of both kinds. */
  readonly kind: 'API' | 'HTTP API' | 'REST API';
  readonly page: string;
  /** What to do other than ask for a higher quota. */
  readonly instead: string;
  readonly amount: (api: Api) => number;
}

/** A rule about how many of something one API has. */
export const apiQuota = ({ id, what, quota, raised, kind, page, instead, amount }: ApiQuota): Rule<'refusal'> =>
  refusalRule({
    id,
    severity: 'high',
    ...(raised ? { isRaised: true } : {}),
    title: `Too many ${what}`,
    why: `${sentence(oneOf(kind))} has at most ${withThousands(quota)} ${what}${raised ? ', until AWS raises the quota' : '. AWS does not raise this quota'}.`,
    remediation: raised
      ? `${instead}, or ask for a higher quota; once it is raised, suppress the finding and name the new quota.`
      : `${instead}.`,
    page,
    find: (surface) =>
      apisOf(surface, placeOf).flatMap((api) => {
        const found = amount(api);
        return violationsAt(api, `API ${api.name}`, {
          when: found > quota,
          message: `API Gateway refuses ${withThousands(found)} ${what}; ${oneOf(kind)} has at most ${withThousands(quota)}.`,
          after: String(found),
        });
      }),
  });

const oneOf = (kind: ApiQuota['kind']): string => `${kind === 'REST API' ? 'a' : 'an'} ${kind}`;
