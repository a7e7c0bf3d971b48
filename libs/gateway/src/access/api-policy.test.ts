import { open, synthApi } from '../../testing/api';
import { ApiPolicy, type ApiPolicyStatement, Endpoint, type RestApiProps } from '../index';

const arn = '${aws_api_gateway_rest_api.api.execution_arn}';
const everyone = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: `${arn}/*` };
const refused = { ...everyone, Effect: 'Deny' };

function statementsOf(props: Partial<RestApiProps>) {
  const { aws_api_gateway_rest_api_policy: policies } = synthApi(
    (api) => api.addRoute('GET /me', open),
    props,
  ).resource;
  return (JSON.parse(String(policies?.api?.policy)) as { Statement: unknown[] }).Statement;
}

it.each<[string, readonly ApiPolicyStatement[], unknown[]]>([
  [
    'addresses',
    ApiPolicy.onlyFromIps('203.0.113.0/24', '198.51.100.7'),
    [everyone, { ...refused, Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.7'] } } }],
  ],
  [
    'VPC endpoints',
    ApiPolicy.onlyFromVpcEndpoints('vpce-1a'),
    [everyone, { ...refused, Condition: { StringNotEquals: { 'aws:SourceVpce': ['vpce-1a'] } } }],
  ],
  [
    'VPCs',
    ApiPolicy.onlyFromVpcs('vpc-1a'),
    [everyone, { ...refused, Condition: { StringNotEquals: { 'aws:SourceVpc': ['vpc-1a'] } } }],
  ],
  [
    'organizations',
    ApiPolicy.onlyOrganizations('o-a1b2c3d4e5'),
    [{ ...everyone, Condition: { StringEquals: { 'aws:PrincipalOrgID': ['o-a1b2c3d4e5'] } } }],
  ],
  [
    'a service beside an account',
    [{ effect: 'Allow', principals: ['events.amazonaws.com', '111111111111'] }],
    [{ ...everyone, Principal: { AWS: ['111111111111'], Service: ['events.amazonaws.com'] } }],
  ],
])('lets in calls from %s', (_, policy, expected) => {
  expect(statementsOf({ policy })).toEqual(expected);
});

describe('a private API', () => {
  const endpoint = Endpoint.private({ vpcEndpoints: ['vpce-1a', 'vpce-2b'] });
  const otherWays = { ...refused, Condition: { StringNotEquals: { 'aws:SourceVpce': ['vpce-1a', 'vpce-2b'] } } };

  it('lets in who comes through its VPC endpoints', () => {
    expect(statementsOf({ endpoint })).toEqual([everyone, otherWays]);
    expect(statementsOf({ endpoint, definition: 'openapi' })).toEqual([everyone, otherWays]);
  });

  it('lets in of those whom its policy says', () => {
    const policy = [{ effect: 'Allow', principals: ['111111111111'] }] as const;

    expect(statementsOf({ endpoint, policy })).toEqual([
      { ...everyone, Principal: { AWS: ['111111111111'] } },
      otherWays,
    ]);
  });

  it('is private for AWS, in both definitions', () => {
    const apiOf = (definition: RestApiProps['definition']) =>
      synthApi((api) => api.addRoute('GET /me', open), { endpoint, definition }).resource.aws_api_gateway_rest_api?.api;

    const expected = { types: ['PRIVATE'], ip_address_type: 'dualstack', vpc_endpoint_ids: ['vpce-1a', 'vpce-2b'] };
    expect(apiOf('resources')?.endpoint_configuration).toEqual(expected);
    expect(apiOf('openapi')?.endpoint_configuration).toEqual(expected);
    expect(JSON.parse(String(apiOf('openapi')?.body))).toMatchObject({
      'x-amazon-apigateway-endpoint-configuration': { vpcEndpointIds: ['vpce-1a', 'vpce-2b'] },
    });
  });
});
