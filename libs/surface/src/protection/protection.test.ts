import { fixture } from '../../testing/fixture';
import { handPlan } from '../../testing/hand-plan';
import { surfaceFromState, surfaceFromSynth, readPlans, type Surface, type Unknown } from '../index';

const surfaces: readonly (readonly [string, Surface<Unknown>])[] = [
  ['state', surfaceFromState([fixture('protection', 'applied.state.json')])],
  ['plan', readPlans([fixture('protection', 'created.plan.json')]).after],
  ['code', surfaceFromSynth([fixture('protection', 'main.tf.json')])],
];

describe.each(surfaces)('from the %s', (source, surface) => {
  it('reads which web ACL guards a stage', () => {
    expect(surface.webAcls).toMatchObject([
      { address: 'aws_wafv2_web_acl_association.api', resource: 'aws_api_gateway_stage.api' },
    ]);
    expect(surface.apis[0]?.stages[0]?.webAclArn).toEqual(surface.webAcls[0]?.webAclArn);
    expect(surface.userPools[0]?.webAclArn).toBeUndefined();
  });

  it('reads usage plans with their limits', () => {
    expect(surface.usagePlans).toMatchObject([
      {
        name: 'partners',
        throttleRate: 10,
        throttleBurst: 20,
        quota: { limit: 1000, period: 'DAY' },
        stages: [
          {
            api: 'aws_api_gateway_rest_api.api',
            stage: 'v1',
            throttles: [{ path: '/reports/GET', rate: 5, burst: 2 }],
          },
        ],
      },
    ]);
  });

  it('reads custom domains with what they serve', () => {
    expect(surface.apiDomains).toMatchObject([
      {
        name: 'api.example.com',
        securityPolicy: 'TLS_1_2',
        mutualTls: false,
        mappings: [{ api: 'aws_api_gateway_rest_api.api', stage: 'v1', basePath: 'v1' }],
      },
    ]);
  });

  it('reads CORS of a preflight with several origins', () => {
    const first = source === 'code' ? { unknown: true, references: ['var.zone'] } : 'https://app.example.com';
    expect(surface.apis[0]?.cors).toEqual([
      expect.objectContaining({
        address: 'aws_api_gateway_method.options',
        path: '/',
        method: 'OPTIONS',
        origins: [first, 'https://admin.example.com'],
        credentials: true,
        methods: ['GET', 'PUT'],
        headers: [],
        maxAge: 600,
      }),
    ]);
  });

  it('reads who may call a function past the API', () => {
    expect(surface.functionUrls).toMatchObject([{ function: 'aws_lambda_function.guard', auth: 'NONE' }]);
    expect(surface.functionPermissions).toMatchObject([
      { function: 'aws_lambda_function.guard', principal: 'apigateway.amazonaws.com' },
    ]);
  });

  it('reads the triggers and second factors of a user pool', () => {
    const [pool] = surface.userPools;
    expect(pool?.triggers).toHaveProperty('pre_sign_up');
    expect(pool).toMatchObject({ mfa: 'ON', mfaMethods: expect.arrayContaining(['TOTP']) });
  });

  it('reads roles with every kind of policy', () => {
    expect(surface.roles).toMatchObject([
      {
        name: 'member',
        trust: [{ effect: 'Allow', principals: ['AWS:123456789012', 'Service:lambda.amazonaws.com'] }],
        policies: [
          {
            address: 'aws_iam_role_policy.member',
            statements: [{ effect: 'Allow', actions: ['s3:GetObject', 's3:PutObject'], resources: ['*'] }],
          },
          {
            address: 'aws_iam_policy.shared',
            statements: [{ effect: 'Deny', actions: [], notActions: ['s3:*'], resources: ['*'] }],
          },
        ],
      },
    ]);
  });
});

describe('a secret stage variable', () => {
  it('stays out of what is read from a plan', () => {
    const [, plan] = surfaces[1] ?? [];
    expect(plan?.apis[0]?.stages[0]?.variables).toEqual({ backend: { unknown: true, sensitive: true } });
    expect(JSON.stringify(plan)).not.toContain('canary');
  });
});

describe('identity pools', () => {
  const planned: readonly (readonly [string, Surface<Unknown>])[] = [
    ['plan', readPlans([fixture('planned-only', 'created.plan.json')]).after],
    ['code', surfaceFromSynth([fixture('planned-only', 'main.tf.json')])],
  ];

  it.each(planned)('from the %s give who gets which role', (_, surface) => {
    expect(surface.identityPools).toMatchObject([
      {
        name: 'visitors',
        guests: true,
        classicFlow: true,
        userPoolClients: [{ client: 'aws_cognito_user_pool_client.web', serverSideTokenCheck: true }],
        otherProviders: [],
        unauthenticatedRole: { role: 'aws_iam_role.guest' },
        roleMappings: [
          {
            type: 'Rules',
            whenAmbiguous: 'Deny',
            rules: [{ claim: 'tier', match: 'Equals', value: 'gold', role: 'aws_iam_role.guest' }],
          },
        ],
      },
    ]);
  });

  it.each(planned)('from the %s: a resource policy is read from the document that it is made from', (_, surface) => {
    expect(surface.apis[0]?.policy).toMatchObject([
      {
        effect: 'Allow',
        principals: ['*'],
        actions: ['execute-api:Invoke'],
        resources: [{ unknown: true }],
        conditions: [{ operator: 'IpAddress', key: 'aws:SourceIp', values: ['192.0.2.0/24'] }],
      },
    ]);
  });

  it.each(planned)('from the %s: a guest role has its inline and managed policies', (_, surface) => {
    expect(surface.roles).toMatchObject([
      {
        name: 'guest',
        managedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
        policies: [{ statements: [{ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::public/*'] }] }],
      },
    ]);
  });
});

it('reads which keys are good for a usage plan, without their values', () => {
  const plan = handPlan({
    'aws_api_gateway_usage_plan.partners': [null, { name: 'partners', id: 'plan1' }],
    'aws_api_gateway_api_key.on': [null, { id: 'key1', name: 'on', enabled: true, value: 'secret-value' }],
    'aws_api_gateway_api_key.off': [null, { id: 'key2', name: 'off', enabled: false, value: 'secret-value' }],
    'aws_api_gateway_usage_plan_key.on': [null, { usage_plan_id: 'plan1', key_id: 'key1', key_type: 'API_KEY' }],
    'aws_api_gateway_usage_plan_key.off': [null, { usage_plan_id: 'plan1', key_id: 'key2', key_type: 'API_KEY' }],
    'aws_api_gateway_usage_plan_key.other': [null, { usage_plan_id: 'plan2', key_id: 'key1', key_type: 'API_KEY' }],
  });
  const { usagePlans } = readPlans([plan]).after;
  expect(usagePlans[0]?.keys.map(({ address, id, enabled }) => [address, id, enabled])).toEqual([
    ['aws_api_gateway_usage_plan_key.off', 'key2', false],
    ['aws_api_gateway_usage_plan_key.on', 'key1', true],
  ]);
  expect(JSON.stringify(usagePlans)).not.toContain('secret-value');
});

describe('read from code', () => {
  const read = (resource: object) => surfaceFromSynth([{ resource }] as never);

  it('a domain is at the edge where nothing else is written', () => {
    const typesOf = (more: object) =>
      read({ aws_api_gateway_domain_name: { a: { domain_name: 'a.example', ...more } } }).apiDomains[0]?.endpointTypes;
    expect(typesOf({})).toEqual(['EDGE']);
    expect(typesOf({ endpoint_configuration: { types: ['REGIONAL'] } })).toEqual(['REGIONAL']);
    expect(typesOf({ endpoint_configuration: { types: '${var.types}' } })).toMatchObject({ unknown: true });
  });

  it('a rule group of AWS has the rules that only count, or let in', () => {
    const override = (name: string, action: string) => ({ name, action_to_use: { [action]: {} } });
    const group = {
      ...{ name: 'AWSManagedRulesCommonRuleSet', vendor_name: 'AWS' },
      rule_action_override: [override('a', 'count'), override('b', 'allow'), override('c', 'block')],
    };
    const { webAcls } = read({
      aws_wafv2_web_acl: {
        all: { name: 'all', rule: [{ name: 'r', statement: { managed_rule_group_statement: group } }] },
      },
      aws_wafv2_web_acl_association: { a: { resource_arn: 'arn', web_acl_arn: '${aws_wafv2_web_acl.all.arn}' } },
    });
    expect(webAcls[0]?.managedGroups).toEqual([{ name: 'AWSManagedRulesCommonRuleSet', relaxed: ['a', 'b'] }]);
  });
});
