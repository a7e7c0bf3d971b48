import type { RestAuthorizer, List, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';

const DEFAULT_TTL = 300;

export const readAuthorizers = (resources: readonly Resource[], catalog: Catalog): RestAuthorizer<Unknown>[] =>
  resources.map((authorizer) => {
    const userPoolArns = authorizer.texts('provider_arns');
    return {
      id: authorizer.computed('id'),
      name: authorizer.text('name', unknown()),
      type: authorizer.text('type', 'TOKEN'),
      identitySource: identitySourceOf(authorizer),
      userPoolArns,
      userPools: poolAddresses(authorizer, userPoolArns, catalog),
      resultTtl: authorizer.number('authorizer_result_ttl_in_seconds', DEFAULT_TTL),
      ...authorizer.located,
      ...optional('identityValidationExpression', authorizer.text('identity_validation_expression')),
      ...optional('uri', authorizer.text('authorizer_uri')),
      ...optional('credentials', authorizer.text('authorizer_credentials')),
    };
  });

/** The provider's default is for one that is not written: an empty one is none. */
const identitySourceOf = (authorizer: Resource): string | Unknown =>
  authorizer.peek('type') === 'REQUEST' && authorizer.peek('identity_source') === ''
    ? ''
    : authorizer.text('identity_source', 'method.request.header.Authorization');

/** The pools behind ARNs, as far as they are part of the surface. */
export function poolAddresses(from: Resource, arns: List<string, Unknown>, catalog: Catalog): readonly string[] {
  const each = isUnknown(arns) ? [arns] : arns;
  const pools = each.map((arn) => catalog.target(from, arn, 'aws_cognito_user_pool', 'arn'));
  return [...new Set(pools.flatMap((pool) => (pool ? [pool.address] : [])))];
}
