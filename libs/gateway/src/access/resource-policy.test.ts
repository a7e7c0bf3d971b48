import { open, refusal, synthApi } from '../../testing/api';
import { build, document, ok } from '../../testing/openapi';
import { ApiPolicy, type ApiPolicyStatement, type RouteKey } from '../index';

const arn = '${aws_api_gateway_rest_api.api.execution_arn}';

const resources = (policy: readonly ApiPolicyStatement[], more: readonly RouteKey[] = []) =>
  synthApi((api) => ['GET /me' as const, ...more].forEach((key) => api.addRoute(key, open)), { policy }).resource;

describe('the resource policy of an API', () => {
  it('is a resource of its own that names the API', () => {
    const { aws_api_gateway_rest_api_policy: policies } = resources(
      [
        { effect: 'Allow', principals: '*' },
        {
          effect: 'Deny',
          principals: ['111111111111', 'arn:aws:iam::222222222222:role/reporter'],
          routes: ['GET /reports/{id}', 'ANY /admin/{proxy+}'],
          conditions: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } },
        },
      ],
      ['GET /reports/{id}', 'POST /admin/{proxy+}'],
    );

    expect(policies).toEqual({
      api: {
        rest_api_id: '${aws_api_gateway_rest_api.api.id}',
        policy: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: `${arn}/*` },
            {
              Effect: 'Deny',
              Principal: { AWS: ['111111111111', 'arn:aws:iam::222222222222:role/reporter'] },
              Action: 'execute-api:Invoke',
              Resource: [`${arn}/*/GET/reports/*`, `${arn}/*/*/admin/*`],
              Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } },
            },
          ],
        }),
      },
    });
  });

  it('is part of what a deployment copies', () => {
    const deploymentOf = (policy: readonly ApiPolicyStatement[]) => resources(policy).aws_api_gateway_deployment?.api;
    const everyone = deploymentOf([{ effect: 'Allow', principals: '*' }]);

    expect(everyone?.depends_on).toContain('aws_api_gateway_rest_api_policy.api');
    expect(everyone?.triggers).not.toEqual(deploymentOf([{ effect: 'Allow', principals: ['111111111111'] }])?.triggers);
  });

  it('is the same for an API with an OpenAPI document', () => {
    const policy = [{ effect: 'Allow', principals: '*' }] as const;
    const { aws_api_gateway_rest_api_policy: policies } = build(document({ '/me': { get: ok } }), { policy });

    expect(policies?.api?.policy).toContain(`"Resource":"${arn}/*"`);
  });

  it.each<[string, readonly ApiPolicyStatement[], string]>([
    ['it has no statement', [], 'test/api, policy: expected at least one statement, found [].'],
    [
      'a principal is no ARN',
      [{ effect: 'Allow', principals: ['everyone'] }],
      `test/api, policy[0].principals: expected '*', ARNs of roles and users, ids of accounts, or names of services, found "everyone".`,
    ],
    ['everyone is among others', [{ effect: 'Allow', principals: ['111111111111', '*'] }], 'found "*".'],
    [
      'a route is none',
      [{ effect: 'Allow', principals: '*', routes: ['GET /a//b'] }],
      'test/api, route: expected parts between single slashes',
    ],
    [
      'an address is none',
      ApiPolicy.onlyFromIps('office'),
      'test/api, policy[1].conditions.NotIpAddress.aws:SourceIp: expected an IP address or a CIDR block, such as 203.0.113.7 or ' +
        '203.0.113.0/24, found "office". Write the address of the network that calls.',
    ],
    ['a block is too small', ApiPolicy.onlyFromIps('203.0.113.0/33'), 'found "203.0.113.0/33".'],
    [
      'a VPC is given for its endpoint',
      ApiPolicy.onlyFromVpcEndpoints('vpc-1'),
      'such as vpce-0123456789abcdef0, found "vpc-1".',
    ],
    [
      'an endpoint is given for its VPC',
      ApiPolicy.onlyFromVpcs('vpce-1'),
      'such as vpc-0123456789abcdef0, found "vpce-1".',
    ],
    ['an organization is none', ApiPolicy.onlyOrganizations('acme'), 'such as o-a1b2c3d4e5, found "acme".'],
    [
      'no value is compared with',
      ApiPolicy.onlyFromIps(...([] as unknown as ['a'])),
      'aws:SourceIp: expected at least one value, found [].',
    ],
    [
      'an operator is none',
      [{ effect: 'Allow', principals: '*', conditions: { IpAdress: { 'aws:SourceIp': '203.0.113.7' } } }],
      'test/api, policy[0].conditions: expected operators of IAM, such as IpAddress, StringEquals or ArnLike, found "IpAdress". AWS ' +
        'refuses a policy with any other: correct it.',
    ],
  ])('fails when %s', (_, policy, message) => {
    expect(refusal((api) => api.addRoute('GET /me', open), { policy })).toContain(message);
  });

  it('takes patterns, and values that are known when Terraform runs', () => {
    const value = '${aws_eip.office.public_ip}/32';
    const conditions = {
      StringLike: { 'aws:SourceVpce': 'vpce-*' },
      'ForAnyValue:StringEqualsIfExists': { 'aws:PrincipalTag/team': ['a'] },
      Null: { 'aws:SourceVpc': 'true' },
      IpAddress: { 'aws:VpcSourceIp': [value, '2001:db8::/32'] },
    };

    expect(() => resources([{ effect: 'Allow', principals: '*', conditions }])).not.toThrow();
  });

  it.each<RouteKey>(['GET /nope', 'DELETE /me', 'GET /me/{id}', 'OPTIONS /me'])(
    'names no route that is not there: %s',
    (route) => {
      expect(() => resources([{ effect: 'Deny', principals: '*', routes: [route] }])).toThrow(
        `[test/api] policy[0].routes: expected a route of the API, found "${route}". It would refuse nobody: `,
      );
    },
  );

  it.each<RouteKey>(['ANY /{proxy+}', 'GET /admin/users', 'ANY /admin/{proxy+}', 'DELETE /files/a', 'GET /m/{x}'])(
    'names what a route takes: %s',
    (route) => {
      const routes = ['GET /admin/{section}', 'ANY /files/{proxy+}', 'GET /m/a/b'] as const;

      expect(() => resources([{ effect: 'Deny', principals: '*', routes: [route] }], routes)).not.toThrow();
    },
  );

  it('names the preflights of routes that pages may call', () => {
    const policy = [{ effect: 'Deny', principals: '*', routes: ['OPTIONS /me'] }] as const;
    const cors = { allowOrigins: ['https://app.example.com'] };

    expect(() => synthApi((api) => api.addRoute('GET /me', open), { policy, cors })).not.toThrow();
  });
});
