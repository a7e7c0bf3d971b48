import { Route53Zone } from '@cdktf/provider-aws/lib/route53-zone';
import { ApiDomain, Endpoint, type RestApi } from '@gatehouse/gateway';
import { TerraformOutput } from 'cdktf';
import { type Construct } from 'constructs';

const certificate = (region: string) =>
  `arn:aws:acm:${region}:123456789012:certificate/8c8e4f3a-0000-4000-8000-000000000000`;
const certificateArn = certificate('eu-west-1');

/** Every kind of name. */
export function addDomains(
  stack: Construct,
  [first, second]: readonly [RestApi, RestApi],
  { document, edge, internal }: Record<'internal' | 'edge' | 'document', RestApi>,
): void {
  const { zoneId: hostedZoneId } = new Route53Zone(stack, 'zone', { name: 'rest.example.com' });
  const several = new ApiDomain(stack, 'several', {
    name: 'api.rest.example.com',
    certificateArn,
    ownershipCertificateArn: certificateArn,
    hostedZoneId,
    endpoint: Endpoint.regional({ ipAddressType: 'dualstack' }),
    tags: { team: 'sink' },
  });
  several.addMapping(first, 'v1/first');
  several.addMapping(second, 'v1/second', { disableDefaultEndpoint: true });
  new TerraformOutput(stack, 'root', { value: several.addMapping(document) });

  const partners = new ApiDomain(stack, 'withCertificates', {
    name: 'partners.rest.example.com',
    certificateArn,
    mutualTls: { truststoreUri: 's3://sink-truststore/partners.pem', truststoreVersion: 'first' },
  });
  partners.addMapping(first, 'partners', { disableDefaultEndpoint: false });

  edge.addDomain({
    name: 'edge.rest.example.com',
    certificateArn: certificate('us-east-1'),
    hostedZoneId,
    endpoint: Endpoint.edge(),
    basePath: 'prices',
    disableDefaultEndpoint: true,
  });
  internal.addDomain({
    name: 'internal.rest.example.com',
    certificateArn,
    endpoint: Endpoint.private({ vpcEndpoints: ['vpce-0123456789abcdef0'] }),
  });
  new TerraformOutput(stack, 'edge_target', { value: edge.domainTarget });
  new TerraformOutput(stack, 'internal_url', { value: internal.url });
}
