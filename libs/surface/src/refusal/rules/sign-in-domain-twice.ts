import type { Unknown, UserPoolDomain } from '../../model';
import { groupBy } from '../../group-by';
import { nameOf } from '../../model/located';
import { poolKeyOf } from '../../model/pool-member';
import { domainViolations } from '../../findings/named-violations';
import { refusalRule } from '../../findings/rule';

export const signInDomainTwice = refusalRule({
  id: 'sign-in-domain-twice',
  severity: 'high',
  title: 'Second sign-in domain of one kind',
  why: 'A user pool has at most one domain with a prefix and one domain of your own.',
  remediation: 'Keep one of each kind. To rename a domain, change it where it is: Terraform replaces it.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-assign-domain.html',
  find: ({ userPoolDomains }) =>
    [...groupBy(userPoolDomains, kindOf)].flatMap(([kind, [first, ...others]]) => {
      if (kind === undefined || first === undefined) return [];
      return domainViolations(
        others,
        `Cognito refuses it, because the pool has ${nameOf({ ...first, name: first.domain })} already.`,
      );
    }),
});

/** Undefined where the pool is known neither by its place nor by its id. */
function kindOf(domain: UserPoolDomain<Unknown>): string | undefined {
  const pool = poolKeyOf(domain);
  return pool && `${domain.certificateArn ? 'own' : 'prefix'} ${pool}`;
}
