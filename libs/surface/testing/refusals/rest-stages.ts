import { ACCOUNT, each, ofRest, refused, rest } from './api-case';
import type { RefusalCase, Resources } from './case';

const part = (rule: string, says: string, type: string, broken: object, valid: object): RefusalCase =>
  refused(rule, says, rest({}, ofRest(type, { ...broken })), rest({}, ofRest(type, { ...valid })));
const stage = (says: string, broken: object, valid: object, rule = 'stage-invalid'): RefusalCase =>
  part(rule, says, 'stage', { ...v1, ...broken }, { ...v1, ...valid });
const v1 = { stage_name: 'v1', deployment_id: 'd' };
const settings = (method_path: string, more: object = {}) => ({ stage_name: 'v1', method_path, settings: { ...more } });
const withStage = (body: object, method: object = {}): Resources =>
  rest({ method: { ...method } }, { ...ofRest('stage', v1), ...ofRest('method_settings', { ...body }) });
const log = (destination_arn: string, format = '$context.requestId') => ({
  access_log_settings: { destination_arn, format },
});
const GROUP = `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:access`;
const STREAM = `arn:aws:firehose:eu-west-1:${ACCOUNT}:deliverystream`;
const plan = (rule: string, says: string, broken: object, valid: object): RefusalCase => {
  const make = (body: object): Resources => ({ aws_api_gateway_usage_plan: { it: { name: 'it', ...body } } });
  return refused(rule, says, make(broken), make(valid));
};
const quota = (period: string, offset: number, limit = 10) => ({ quota_settings: { limit, period, offset } });
const throttled = (path: string) => ({
  api_stages: [{ api_id: 'a', stage: 'v1', throttle: [{ path, rate_limit: 1, burst_limit: 1 }] }],
});
/** A limit of one method of the API that is beside the plan. */
const limited = (path: string): Resources =>
  rest(
    {},
    {
      aws_api_gateway_usage_plan: {
        it: {
          name: 'it',
          api_stages: [
            {
              ...{ api_id: '${aws_api_gateway_rest_api.shop.id}', stage: 'v1' },
              throttle: [{ path, rate_limit: 1, burst_limit: 1 }],
            },
          ],
        },
      },
    },
  );

/** Plans of one stage each, with one API key. */
const plans = (amount: number, stageOf: (index: number) => string, apiOf = (_index: number) => 'a'): Resources => ({
  aws_api_gateway_api_key: { partner: { name: 'partner' } },
  aws_api_gateway_usage_plan: Object.fromEntries(
    each(amount, (index) => [
      `p${index}`,
      { name: `p${index}`, api_stages: [{ api_id: apiOf(index), stage: stageOf(index) }] },
    ]),
  ),
  aws_api_gateway_usage_plan_key: Object.fromEntries(
    each(amount, (index) => [
      `k${index}`,
      {
        ...{ key_id: '${aws_api_gateway_api_key.partner.id}', key_type: 'API_KEY' },
        usage_plan_id: `\${aws_api_gateway_usage_plan.p${index}.id}`,
      },
    ]),
  ),
});

export const restStages: readonly RefusalCase[] = [
  stage(
    'API Gateway refuses a canary of 101 percent; it accepts 0 to 100.',
    { canary_settings: { deployment_id: 'c', percent_traffic: 101 } },
    { canary_settings: { deployment_id: 'c', percent_traffic: 100 } },
    'canary-out-of-range',
  ),
  plan(
    'quota-out-of-range',
    'API Gateway refuses the offset 7 of a quota per WEEK; it accepts 0 to 6.',
    quota('WEEK', 7),
    quota('WEEK', 6),
  ),
  plan(
    'quota-out-of-range',
    'API Gateway refuses the offset 1 of a quota per DAY; it accepts 0.',
    quota('DAY', 1),
    quota('MONTH', 27),
  ),
  plan(
    'quota-out-of-range',
    'API Gateway refuses a quota of 0 requests; it needs at least 1.',
    quota('DAY', 0, 0),
    quota('DAY', 0, 1),
  ),
  plan(
    'usage-plan-path-invalid',
    'API Gateway refuses the throttle of reports/GET; it must be a path and a verb, such as /reports/GET.',
    throttled('reports/GET'),
    throttled('/reports/GET'),
  ),
  refused(
    'usage-plan-path-invalid',
    'API Gateway refuses the throttle of /orders/GET, which is no method of the API.',
    limited('/orders/GET'),
    limited('/reports/GET'),
  ),
  refused(
    'api-key-in-two-plans',
    'API Gateway refuses the API key in p1, because for stage v1 it is in p0.',
    plans(2, () => 'v1'),
    plans(2, (index) => `v${index}`),
  ),
  refused(
    'api-key-in-two-plans',
    'API Gateway refuses the API key in p1, because for stage v1 it is in p0.',
    rest(
      {},
      plans(
        2,
        () => 'v1',
        () => '${aws_api_gateway_rest_api.shop.id}',
      ),
    ),
    rest(
      {},
      plans(
        2,
        () => 'v1',
        (index) => (index === 0 ? '${aws_api_gateway_rest_api.shop.id}' : 'other'),
      ),
    ),
  ),
  refused(
    'too-many-usage-plans',
    'API Gateway refuses an API key in 11 usage plans; it can be in 10 at most.',
    plans(11, (index) => `v${index}`),
    plans(10, (index) => `v${index}`),
  ),
  stage(
    'API Gateway refuses the stage name v 1; it accepts letters, digits, - and _, 128 at most.',
    { stage_name: 'v 1' },
    { stage_name: 'v-1_a' },
  ),
  stage(
    'API Gateway refuses the stage variable log-level; its name may have letters, digits and _, 64 at most.',
    { variables: { 'log-level': 'info' } },
    { variables: { log_level: 'info' } },
  ),
  stage(
    'API Gateway refuses the value of the stage variable color; it may have letters, digits, spaces and -._~:/?#&=, and 512 characters at most.',
    { variables: { color: '{blue}' } },
    { variables: { color: 'https://a.example/?color=blue' } },
  ),
  stage(
    'API Gateway refuses 101 stage variables; a stage has at most 100.',
    { variables: Object.fromEntries(each(101, (index) => [`v${index}`, 'x'])) },
    { variables: Object.fromEntries(each(100, (index) => [`v${index}`, 'x'])) },
  ),
  refused(
    'cache-out-of-range',
    'API Gateway refuses to cache responses for 3601 seconds; it accepts 0 to 3600.',
    withStage(settings('*/*', { caching_enabled: true, cache_ttl_in_seconds: 3601 })),
    withStage(settings('*/*', { caching_enabled: true, cache_ttl_in_seconds: 3600 })),
  ),
  refused(
    'method-setting-unknown-method',
    'API Gateway refuses settings of /reports/GET, which is no method of the API.',
    withStage(settings('/reports/GET')),
    withStage(settings('reports/GET')),
  ),
  refused(
    'method-setting-unknown-method',
    'API Gateway refuses settings of ~1nothing/GET, which is no method of the API.',
    withStage(settings('~1nothing/GET')),
    withStage(settings('~1reports/GET')),
  ),
  refused(
    'method-setting-unknown-method',
    'API Gateway refuses settings of reports/FIND, which is no method of the API.',
    withStage(settings('reports/FIND'), { http_method: 'ANY' }),
    withStage(settings('reports/DELETE'), { http_method: 'ANY' }),
  ),
  refused(
    'method-setting-unknown-method',
    'API Gateway refuses settings of reports/POST, which is no method of the API.',
    withStage(settings('reports/POST')),
    withStage(settings('reports/GET')),
  ),
  stage(
    'API Gateway refuses an access log format without $context.requestId or $context.extendedRequestId.',
    log(GROUP, '$context.status'),
    log(GROUP, '$context.extendedRequestId'),
    'access-log-refused',
  ),
  stage(
    'API Gateway refuses an access log to s3; it writes to CloudWatch Logs and Firehose.',
    log('arn:aws:s3:::logs'),
    log(GROUP),
    'access-log-refused',
  ),
  stage(
    'API Gateway refuses the Firehose stream access; its name must begin with amazon-apigateway-.',
    log(`${STREAM}/access`),
    log(`${STREAM}/amazon-apigateway-access`),
    'access-log-refused',
  ),
];
