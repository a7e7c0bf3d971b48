import type { HttpAuthorizer, PayloadFormat, Unknown } from '../model';
import { isUnknown, unknown } from '../model/value';
import { optional } from '../optional';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';

export const readHttpAuthorizers = (resources: readonly Resource[], catalog: Catalog): HttpAuthorizer<Unknown>[] =>
  resources.map((authorizer) => {
    const jwt = authorizer.blockOrEmpty('jwt_configuration');
    const issuer = jwt.text('issuer');
    return {
      ...authorizer.located,
      id: authorizer.computed('id'),
      name: authorizer.text('name', unknown()),
      type: authorizer.text<'JWT' | 'REQUEST'>('authorizer_type', unknown()),
      identitySources: authorizer.texts('identity_sources'),
      ...optional('issuer', issuer),
      audience: jwt.texts('audience'),
      ...optional('userPool', issuingPool(authorizer, issuer, catalog)?.address),
      ...optional('uri', authorizer.text('authorizer_uri')),
      resultTtl: authorizer.number('authorizer_result_ttl_in_seconds', defaultTtl(authorizer)),
      ...optional('payloadFormat', authorizer.text<PayloadFormat>('authorizer_payload_format_version')),
      simpleResponses: authorizer.flag('enable_simple_responses', false),
    };
  });

/** The provider's for functions of an HTTP API, which alone have a payload format. */
const defaultTtl = (authorizer: Resource): number =>
  authorizer.text('authorizer_type') === 'REQUEST' && authorizer.has('authorizer_payload_format_version') ? 300 : 0;

/** The pool behind `https://cognito-idp.<region>.amazonaws.com/<pool id>`. */
export const issuingPool = (
  from: Resource,
  issuer: string | Unknown | undefined,
  catalog: Catalog,
): Resource | undefined =>
  catalog.target(
    from,
    issuer === undefined || isUnknown(issuer) ? issuer : issuer.replace(/^https:\/\//, '').replace(/\/$/, ''),
    'aws_cognito_user_pool',
    'endpoint',
  );
