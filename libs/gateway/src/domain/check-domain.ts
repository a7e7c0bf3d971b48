import { formats } from '@gatehouse/checks';
import { check, checkText } from '@gatehouse/construct-kit';
import { type Construct } from 'constructs';
import { type Endpoint } from '../settings/endpoint';
import { type MutualTls } from './mutual-tls';

/**
 * @param types of the name's endpoint
 * @param isPrivate whether VPCs alone reach the API; absent: its owner knows
 * @throws ConstructError for a private API under a public name, and for a public one under a private name.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains.html
 */
export function checkPrivate(
  construct: Construct,
  prop: string,
  [type]: Endpoint['types'],
  isPrivate: boolean | undefined,
): void {
  const privateName = type === 'PRIVATE';
  check(construct, isPrivate === undefined || isPrivate === privateName, {
    prop,
    expected: privateName ? 'a private API under a private name' : 'an API that is not private under a public name',
    found: privateName ? 'an API that is not private' : 'a private API',
    fix: `Give the name and the API endpoints alike: ${privateName ? 'remove endpoint of the name, or make the API private by Endpoint.private' : 'endpoint: Endpoint.private({ vpcEndpoints }) of the name'}`,
  });
}

/** @throws ConstructError for a name that API Gateway refuses, and for a truststore that is no object of S3. */
export function checkDomain(
  construct: Construct,
  { mutualTls, name }: { readonly name: string; readonly mutualTls?: MutualTls },
): void {
  // One label may stand for any: https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html
  const pattern = new RegExp(formats.domainName.pattern.source.replace('^', '^(?:\\*\\.)?'));
  const expected = `${formats.domainName.expected} or *.example.com`;
  checkText(construct, name, { prop: 'domain.name', fix: 'Write it without scheme and path', pattern, expected });
  checkText(construct, mutualTls?.truststoreUri ?? 's3://none/none', {
    prop: 'domain.mutualTls.truststoreUri',
    pattern: /^s3:\/\/[a-z0-9.-]+\/.+$|\$\{/,
    expected: 'an object of S3: s3://bucket/truststore.pem',
    fix: 'Put the certificates there first',
  });
}
