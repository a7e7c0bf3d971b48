import type { Unknown, UserPoolDomain, WebAclAssociation } from '../model';
import type { Violation } from './rule';
import { violations, type Found } from './violations';

type Find<T> = string | ((thing: T) => Found | readonly Found[]);

/** `violations` of sign-in domains, which are called by what they are. */
export const domainViolations = (
  domains: readonly UserPoolDomain<Unknown>[],
  find: Find<UserPoolDomain<Unknown>>,
): Violation[] =>
  violations(
    'sign-in domain',
    domains.map((each) => ({ ...each, name: each.domain })),
    find,
  );

/** `violations` of web ACLs, which are called by what they are in front of. */
export const webAclViolations = (
  associations: readonly WebAclAssociation<Unknown>[],
  find: Find<WebAclAssociation<Unknown>>,
): Violation[] =>
  violations(
    'web ACL of',
    associations.map((each) => ({ ...each, name: each.resource ?? each.resourceArn })),
    find,
  );
