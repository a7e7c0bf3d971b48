import { httpRefusal, httpStage, openTo, synthHttpApi } from '../../testing/http-api';
import { HttpLogFormat, type HttpStageOptions, LogFormat } from '../index';

const stage = (options: Partial<HttpStageOptions>) =>
  synthHttpApi((api, scope) => api.addRoute('GET /a', openTo(scope)), { stage: { ...httpStage, ...options } }).resource
    .aws_apigatewayv2_stage?.api;

it.each<[string, Partial<HttpStageOptions>, object]>([
  ['a name', { name: 'v1' }, { name: 'v1' }],
  ['variables', { variables: { backend: 'blue' } }, { stage_variables: { backend: 'blue' } }],
  [
    'detailed metrics',
    { metrics: true },
    {
      default_route_settings: {
        detailed_metrics_enabled: true,
        throttling_burst_limit: 100,
        throttling_rate_limit: 50,
      },
    },
  ],
])('has %s', (_what, options, written) => {
  expect(stage(options)).toMatchObject(written);
});

it('logs the fields that are asked for, and always the id of the request', () => {
  const format = HttpLogFormat.json('status', 'routeKey', 'dataProcessed');

  expect(stage({ accessLog: { retentionDays: 30, format } })).toMatchObject({
    access_log_settings: {
      format: JSON.stringify({
        requestId: '$context.requestId',
        status: '$context.status',
        routeKey: '$context.routeKey',
        dataProcessed: '$context.dataProcessed',
      }),
    },
  });
});

it('logs more fields than it does by itself, in the words of HTTP APIs', () => {
  // @ts-expect-error -- REST APIs have other variables
  const ofRest: HttpLogFormat = LogFormat.standard();
  const { text } = HttpLogFormat.standard('callerAccountId');

  expect(text).toContain('"responseLength":"$context.responseLength","callerAccountId":"$context.identity.accountId"}');
  expect(text).toContain('"routeKey":"$context.routeKey"');
  expect(ofRest.text).not.toContain('routeKey');
});

it('limits a route, once it is there', () => {
  const { resource } = synthHttpApi((api, scope) => {
    const { auth, integration } = openTo(scope);
    api.addRoute('GET /a', { auth, integration, throttle: { rateLimit: 1, burstLimit: 2 } });
    api.addRoute('$default', { auth, integration, throttle: { rateLimit: 3, burstLimit: 4 } });
  });

  expect(resource.aws_apigatewayv2_stage?.api).toMatchObject({
    route_settings: [
      {
        route_key: 'GET /a',
        detailed_metrics_enabled: false,
        throttling_burst_limit: 2,
        throttling_rate_limit: 1,
      },
      {
        route_key: '$default',
        detailed_metrics_enabled: false,
        throttling_burst_limit: 4,
        throttling_rate_limit: 3,
      },
    ],
    depends_on: ['aws_lambda_permission.service_api', 'aws_apigatewayv2_route.get_a', 'aws_apigatewayv2_route.default'],
  });
});

it('counts a route by itself, with the limits of the stage, and names its operation', () => {
  const { resource } = synthHttpApi((api, scope) =>
    api.addRoute('GET /a', { ...openTo(scope), metrics: true, operationName: 'listReports' }),
  );

  const counted = { detailed_metrics_enabled: true, throttling_burst_limit: 100, throttling_rate_limit: 50 };
  expect(resource.aws_apigatewayv2_stage?.api).toMatchObject({
    default_route_settings: { ...counted, detailed_metrics_enabled: false },
    route_settings: [{ route_key: 'GET /a', ...counted }],
  });
  expect(resource.aws_apigatewayv2_route?.get_a).toMatchObject({ operation_name: 'listReports' });
});

it('refuses a name of an operation that is none', () => {
  const message = httpRefusal((api, scope) => api.addRoute('GET /a', { ...openTo(scope), operationName: '1-a' }));
  expect(message).toContain('GET /a, operationName: expected letters, digits and _, at most 64, no digit first, found');
});

it('writes nothing of an operation without a name', () => {
  const { resource } = synthHttpApi((api, scope) => api.addRoute('GET /a', openTo(scope)));
  expect(resource.aws_apigatewayv2_route?.get_a).not.toHaveProperty('operation_name');
});

it.each<[Partial<HttpStageOptions>, string]>([
  [{ name: 'v-1' }, 'stage.name: expected $default, or letters, digits and _, found "v-1".'],
  [{ throttle: { rateLimit: 0, burstLimit: 1 } }, 'stage.throttle.rateLimit: expected a number above 0, found 0.'],
  [{ accessLog: { retentionDays: 2 } }, 'stage.accessLog.retentionDays: expected one of'],
  [
    { accessLog: { retentionDays: 30, format: HttpLogFormat.text('$context.status') } },
    'stage.accessLog.format: expected $context.requestId or $context.extendedRequestId in it, found "$context.status".',
  ],
  [
    { accessLog: { retentionDays: 30, format: HttpLogFormat.text('$context.requestId\n$context.status') } },
    'stage.accessLog.format: expected one line, found "$context.requestId\\n$context.status". API Gateway writes',
  ],
  [
    { accessLog: { retentionDays: 30, format: HttpLogFormat.text('$context.requestId $context.wafResponseCode') } },
    'stage.accessLog.format: expected variables that HTTP APIs have, found "$context.wafResponseCode". Remove it',
  ],
  [
    {
      accessLog: { firehoseArn: 'arn:aws:firehose:eu-west-1:123456789012:deliverystream/amazon-apigateway-a' } as never,
    },
    'stage.accessLog.retentionDays: expected one of',
  ],
  [{ variables: { 'a-b': 'c' } }, 'stage.variables: expected names of letters, digits and _, found "a-b".'],
])('is refused with %j', (options, message) => {
  expect(httpRefusal(() => undefined, { stage: { ...httpStage, ...options } })).toContain(message);
});

it.each([
  [undefined, 'stage: expected a stage with name, throttle and accessLog, found nothing.'],
  [
    { throttle: httpStage.throttle },
    'stage.accessLog: expected a stage with name, throttle and accessLog, found nothing.',
  ],
])('is refused when it is %j', (stage, message) => {
  expect(httpRefusal(() => undefined, { stage: stage as never })).toContain(message);
});

it('refuses limits of a route that refuse every request', () => {
  const message = httpRefusal((api, scope) =>
    api.addRoute('GET /a', { ...openTo(scope), throttle: { rateLimit: 1, burstLimit: 0 } }),
  );
  expect(message).toContain('GET /a, throttle.burstLimit: expected a number above 0, found 0.');
});
