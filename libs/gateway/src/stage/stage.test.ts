import { open, refusal, stage, synthApi } from '../../testing/api';
import { type StageOptions } from '../index';

const withStage = (options: Partial<StageOptions> = {}) =>
  synthApi((api) => api.addRoute('GET /', open), { stage: { ...stage, ...options } }).resource;

const rest_api_id = '${aws_api_gateway_rest_api.api.id}';

it('serves the deployment and logs to a group of its own', () => {
  const resource = withStage();

  expect(resource.aws_api_gateway_stage).toEqual({
    api: {
      rest_api_id,
      deployment_id: '${aws_api_gateway_deployment.api.id}',
      stage_name: 'dev',
      xray_tracing_enabled: false,
      access_log_settings: {
        destination_arn: '${aws_cloudwatch_log_group.api.arn}',
        format: expect.stringContaining('$context.requestId'),
      },
    },
  });
  expect(resource.aws_cloudwatch_log_group).toEqual({
    api: { name: '/aws/apigateway/reports/dev', retention_in_days: 30 },
  });
  expect(resource.aws_api_gateway_method_settings).toEqual({
    api: {
      rest_api_id,
      stage_name: '${aws_api_gateway_stage.api.stage_name}',
      method_path: '*/*',
      settings: {
        logging_level: 'OFF',
        data_trace_enabled: false,
        metrics_enabled: false,
        throttling_rate_limit: 50,
        throttling_burst_limit: 100,
      },
    },
  });
});

it('traces, counts, logs and has variables when asked', () => {
  const resource = withStage({
    tracing: true,
    metrics: true,
    loggingLevel: 'INFO',
    variables: { table: 'reports-dev', url: 'https://example.com/a?b=c' },
  });

  expect(resource.aws_api_gateway_stage?.api).toMatchObject({
    xray_tracing_enabled: true,
    variables: { table: 'reports-dev', url: 'https://example.com/a?b=c' },
  });
  expect(resource.aws_api_gateway_method_settings?.api?.settings).toMatchObject({
    logging_level: 'INFO',
    data_trace_enabled: false,
    metrics_enabled: true,
  });
});

it('logs each request as one JSON object with who called and what happened', () => {
  const settings = withStage().aws_api_gateway_stage?.api?.access_log_settings as { format: string };

  // No value that a caller chooses, quotation marks included: no user agent, path or error message.
  expect(settings.format).toBe(
    '{"requestId":"$context.requestId","extendedRequestId":"$context.extendedRequestId","traceId":"$context.xrayTraceId",' +
      '"requestTime":"$context.requestTime","ip":"$context.identity.sourceIp","httpMethod":"$context.httpMethod",' +
      '"resourcePath":"$context.resourcePath","protocol":"$context.protocol","status":"$context.status",' +
      '"sub":"$context.authorizer.claims.sub","clientId":"$context.authorizer.claims.client_id",' +
      '"errorType":"$context.error.responseType","integrationStatus":"$context.integration.status",' +
      '"integrationLatency":"$context.integration.latency","responseLatency":"$context.responseLatency",' +
      '"responseLength":"$context.responseLength"}',
  );
});

it.each([
  [{ name: '' }, 'stage.name: expected 1 to 128 letters, digits, hyphens and underscores, found "".'],
  [{ name: 'v1.0' }, 'stage.name: expected 1 to 128 letters, digits, hyphens and underscores, found "v1.0".'],
  [
    { throttle: { rateLimit: 0, burstLimit: 1 } },
    'stage.throttle.rateLimit: expected a number above 0, found 0. 0 would refuse every request.',
  ],
  [{ throttle: { rateLimit: Infinity, burstLimit: 1 } }, 'stage.throttle.rateLimit: expected a number above 0, found '],
  [{ throttle: { rateLimit: 1, burstLimit: -1 } }, 'stage.throttle.burstLimit: expected a number above 0, found -1.'],
  [
    { throttle: { rateLimit: 1, burstLimit: 1.5 } },
    'stage.throttle.burstLimit: expected a whole number of requests, found 1.5.',
  ],
  [{ accessLog: { retentionDays: 31 } }, 'stage.accessLog.retentionDays: expected one of 1, 3, 5, 7, 14, 30, 60'],
  [{ variables: { 'a-b': 'c' } }, 'stage.variables: expected names of letters, digits and _, found "a-b".'],
  [{ variables: { a: 'b c' } }, 'stage.variables.a: expected letters, digits and -._~:/?#&=, only, found "b c".'],
])('fails when it is %j', (options, expected) => {
  const message = refusal(() => undefined, { stage: { ...stage, ...options } });

  expect(message).toContain(`test/api/stage, ${expected}`);
});
