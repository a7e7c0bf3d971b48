import { open, refusal, synthApi } from '../../testing/api';
import { build, document, ok } from '../../testing/openapi';
import { type ApiPolicyStatement } from '../index';

const arn = '${aws_api_gateway_rest_api.api.execution_arn}';

const resources = (policy: readonly ApiPolicyStatement[]) =>
  synthApi((api) => api.addRoute('GET /me', open), { policy }).resource;

describe('the resource policy of an API', () => {
  it('is a resource of its own that names the API', () => {
    const { aws_api_gateway_rest_api_policy: policies } = resources([
      { effect: 'Allow', principals: '*' },
      {
        effect: 'Deny',
        principals: ['111111111111', 'arn:aws:iam::222222222222:role/reporter'],
        routes: ['GET /reports/{id}', 'ANY /admin/{proxy+}'],
        conditions: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } },
      },
    ]);

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
  ])('fails when %s', (_, policy, message) => {
    expect(refusal((api) => api.addRoute('GET /me', open), { policy })).toContain(message);
  });
});
