import { Secret } from '@gatehouse/construct-kit';
import { TerraformOutput } from 'cdktf';
import { open, refusal, stage, synthApi, userPool } from '../../testing/api';
import { ApiKey, type ApiUsagePlanOptions, RestApi, UsagePlan } from '../index';

const throttle = { rateLimit: 10, burstLimit: 20 };

it('limits the holders of keys', () => {
  const { resource } = synthApi((api, stack) => {
    api.addRoute('GET /reports/{id}', { ...open, apiKeyRequired: true });
    const plan = api.addUsagePlan('partners', {
      throttle,
      quota: { limit: 1000, period: 'MONTH' },
      routes: { 'GET /reports/{id}': { rateLimit: 1, burstLimit: 2 } },
      tags: { team: 'reports' },
    });
    plan.addKey(new ApiKey(stack, 'acme', { name: 'acme' }));
  });

  expect(resource.aws_api_gateway_usage_plan).toEqual({
    partners: {
      name: 'reports-partners',
      throttle_settings: { rate_limit: 10, burst_limit: 20 },
      quota_settings: { limit: 1000, period: 'MONTH', offset: 0 },
      api_stages: [
        {
          api_id: '${aws_api_gateway_rest_api.api.id}',
          stage: '${aws_api_gateway_stage.api.stage_name}',
          throttle: [{ path: '/reports/{id}/GET', rate_limit: 1, burst_limit: 2 }],
        },
      ],
      tags: { team: 'reports' },
    },
  });
  expect(resource.aws_api_gateway_api_key).toEqual({ acme: { name: 'acme', description: '', enabled: true } });
  expect(resource.aws_api_gateway_usage_plan_key).toEqual({
    partners_acme: {
      key_id: '${aws_api_gateway_api_key.acme.id}',
      key_type: 'API_KEY',
      usage_plan_id: '${aws_api_gateway_usage_plan.partners.id}',
    },
  });
});

it('counts several APIs together', () => {
  const { resource } = synthApi((api, stack) => {
    api.addRoute('GET /', open);
    const orders = new RestApi(stack, 'orders', { name: 'orders', stage });
    orders.addCognitoAuthorizer('users', { userPools: [userPool] });
    orders.addRoute('GET /', open);
    new UsagePlan(stack, 'both', { name: 'both' }).addApi(api).addApi(orders);
  });

  expect(resource.aws_api_gateway_usage_plan?.both?.api_stages).toMatchObject([
    { api_id: '${aws_api_gateway_rest_api.api.id}' },
    { api_id: '${aws_api_gateway_rest_api.orders.id}' },
  ]);
});

it('takes a key that its holder has from a secret', () => {
  const arn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:acme-AbCdEf';
  const { data, resource } = synthApi((api, stack) => {
    api.addRoute('GET /', open);
    const key = new ApiKey(stack, 'acme', { name: 'acme', value: Secret.secretsManager({ arn }), enabled: false });
    new TerraformOutput(stack, 'key', { value: key.value, sensitive: true });
  });

  expect(data?.aws_secretsmanager_secret_version).toEqual({ acme_key: { secret_id: arn } });
  expect(resource.aws_api_gateway_api_key?.acme).toEqual({
    name: 'acme',
    description: '',
    enabled: false,
    value: '${data.aws_secretsmanager_secret_version.acme_key.secret_string}',
  });
});

it('deploys nothing', () => {
  const triggers = (planned: boolean) =>
    synthApi((api, stack) => {
      api.addRoute('GET /', open);
      if (planned) api.addUsagePlan('all').addKey(new ApiKey(stack, 'acme', { name: 'acme' }));
    }).resource.aws_api_gateway_deployment?.api?.triggers;

  expect(triggers(true)).toEqual(triggers(false));
});

it.each<[string, ApiUsagePlanOptions, string]>([
  ['a limit is 0', { throttle: { rateLimit: 0, burstLimit: 1 } }, 'all, throttle.rateLimit: expected a number above 0'],
  [
    'a period is none',
    { quota: { limit: 1, period: 'YEAR' as 'DAY' } },
    'quota.period: expected one of DAY, WEEK, MONTH, found "YEAR".',
  ],
  ['a quota is 0', { quota: { limit: 0, period: 'DAY' } }, 'quota.limit: expected a whole number from 1 to'],
  [
    'a route is none',
    { routes: { 'GET /mee': throttle } },
    'GET /mee, throttle: expected a route of the API, found "no such route".',
  ],
])('fails when %s', (_, options, message) => {
  expect(
    refusal((api) => {
      api.addRoute('GET /me', open);
      api.addUsagePlan('all', options);
    }),
  ).toContain(message);
});
