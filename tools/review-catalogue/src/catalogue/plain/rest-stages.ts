import { dangerous, harmless, terraform } from '../../change';
import type { JsonObject } from '../../json';
import { ACCOUNT, policy, ref, resource } from './names';
import { deployed, restApi, withIam } from './rest-api';

const accessLog = {
  access_log_settings: [
    { destination_arn: `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:orders`, format: '$context.requestId' },
  ],
};

const limits = (name: string, settings: JsonObject) => ({
  aws_api_gateway_method_settings: {
    [name]: {
      rest_api_id: ref(`aws_api_gateway_rest_api.${name}`),
      stage_name: ref(`aws_api_gateway_stage.${name}`, 'stage_name'),
      method_path: '*/*',
      settings: [settings],
    },
  },
});

const mayCall = (name: string, principal: string) => ({
  aws_api_gateway_rest_api_policy: {
    [name]: {
      rest_api_id: ref(`aws_api_gateway_rest_api.${name}`),
      policy: policy({
        Effect: 'Allow',
        Principal: principal === '*' ? '*' : { AWS: `arn:aws:iam::${principal}:root` },
        Action: 'execute-api:Invoke',
        Resource: 'execute-api:/*',
      }),
    },
  },
});

const withMore = (base: { readonly resource: JsonObject }, more: JsonObject) => ({
  resource: { ...base.resource, ...more },
});

const usagePlan = (name: string, body: JsonObject = {}) => ({
  aws_api_gateway_usage_plan: {
    [name]: {
      name,
      api_stages: [
        {
          api_id: ref(`aws_api_gateway_rest_api.${name}`),
          stage: ref(`aws_api_gateway_stage.${name}`, 'stage_name'),
        },
      ],
      throttle_settings: [{ rate_limit: 5, burst_limit: 5 }],
      ...body,
    },
  },
});

const domain = (name: string, security_policy: string) =>
  resource('aws_api_gateway_domain_name', name, {
    domain_name: `${name.replaceAll('_', '-')}.example.com`,
    regional_certificate_arn: `arn:aws:acm:eu-west-1:${ACCOUNT}:certificate/a`,
    endpoint_configuration: [{ types: ['REGIONAL'] }],
    security_policy,
  });

/** What stands around the methods of REST APIs: stages, limits, logs, domains, resource policies. */
export const restStages = [
  dangerous(
    'rest-access-log-removed',
    'A stage no longer writes down who called',
    'high access-log-removed',
    terraform(
      restApi('rest_log', { stage: accessLog }),
      resource('aws_api_gateway_stage', 'rest_log', { access_log_settings: null }),
    ),
  ),
  dangerous(
    'rest-throttle-removed',
    'A stage no longer limits callers',
    'high throttle-removed',
    terraform(
      withMore(
        restApi('rest_limits'),
        limits('rest_limits', { throttling_burst_limit: 100, throttling_rate_limit: 50 }),
      ),
      { resource: limits('rest_limits', { throttling_burst_limit: -1, throttling_rate_limit: -1 }) },
    ),
  ),
  dangerous(
    'rest-policy-open',
    'An API whose callers need IAM credentials gets a resource policy that lets everyone in',
    'critical open-resource-policy',
    terraform(
      restApi('rest_policy', { method: withIam }),
      deployed('rest_policy', mayCall('rest_policy', '*')),
    ),
  ),
  dangerous(
    'rest-usage-plan-without-limit',
    'A usage plan no longer limits the holders of its keys',
    'medium usage-plan-removed',
    terraform(withMore(restApi('rest_plan'), usagePlan('rest_plan')), {
      resource: usagePlan('rest_plan', { throttle_settings: null }),
    }),
  ),
  dangerous(
    'rest-domain-old-tls',
    'A domain takes callers with old versions of TLS',
    'high tls-weaker',
    terraform(
      domain('rest_tls', 'TLS_1_2'),
      resource('aws_api_gateway_domain_name', 'rest_tls', { security_policy: 'TLS_1_0' }),
    ),
  ),

  harmless(
    'rest-policy-one-account',
    'An API gets a resource policy that lets one account in',
    terraform(restApi('rest_closes'), deployed('rest_closes', mayCall('rest_closes', ACCOUNT))),
  ),
  harmless(
    'rest-domain-new-tls',
    'A domain no longer takes callers with old versions of TLS',
    terraform(
      domain('rest_tls_new', 'TLS_1_0'),
      resource('aws_api_gateway_domain_name', 'rest_tls_new', { security_policy: 'TLS_1_2' }),
    ),
  ),
];
