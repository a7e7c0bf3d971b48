import { synth } from '@gatehouse/testing';
import { TerraformOutput } from 'cdktf';
import { open, refusal, stage as stageOptions, synthApi } from '../../testing/api';
import { Auth, ClientCertificate, Integration, LogFormat, RestApi, type StageOptions } from '../index';
import { type RouteSettings } from './route-settings';

const withStage = (options: Partial<StageOptions>, build?: (api: RestApi) => void) =>
  synthApi(
    (api) => {
      api.addRoute('GET /', open);
      build?.(api);
    },
    { stage: { ...stageOptions, ...options } },
  ).resource;

describe('an access log', () => {
  const settingsOf = (accessLog: StageOptions['accessLog']) =>
    withStage({ accessLog }).aws_api_gateway_stage?.api?.access_log_settings as Record<string, string>;

  it('holds the fields that are asked for, and always the id of the request', () => {
    const { format = '' } = settingsOf({ retentionDays: 30, format: LogFormat.json('status', 'apiKeyId') });

    expect(format).toBe(
      '{"requestId":"$context.requestId","status":"$context.status","apiKeyId":"$context.identity.apiKeyId"}',
    );
  });

  it('has more fields than it has by itself', () => {
    const { format = '' } = settingsOf({ retentionDays: 30, format: LogFormat.standard('stage') });

    expect(format).toContain('"responseLength":"$context.responseLength","stage":"$context.stage"}');
  });

  it('goes to Firehose, and makes no log group', () => {
    const firehoseArn = 'arn:aws:firehose:eu-west-1:123456789012:deliverystream/amazon-apigateway-log';
    const resource = withStage({ accessLog: { firehoseArn } });

    expect(resource.aws_api_gateway_stage?.api?.access_log_settings).toMatchObject({ destination_arn: firehoseArn });
    expect(resource.aws_cloudwatch_log_group).toBeUndefined();
  });

  it.each<[string, StageOptions['accessLog'], string]>([
    [
      'has a variable of HTTP APIs',
      { retentionDays: 30, format: LogFormat.text('$context.requestId $context.routeKey') },
      'stage.accessLog.format: expected variables that REST APIs have, found "$context.routeKey". Remove it: HTTP APIs',
    ],
    [
      'has two lines',
      { retentionDays: 30, format: LogFormat.text('$context.requestId\r\n') },
      'stage.accessLog.format: expected one line, found "$context.requestId\\r\\n".',
    ],
    [
      'it has no id of the request',
      { retentionDays: 30, format: LogFormat.text('$context.status') },
      'stage.accessLog.format: expected $context.requestId or $context.extendedRequestId in it',
    ],
    [
      'the stream has another name',
      { firehoseArn: 'arn:aws:firehose:eu-west-1:123456789012:deliverystream/log' },
      'stage.accessLog.firehoseArn: expected the ARN of a stream whose name begins with amazon-apigateway-',
    ],
    [
      'it goes to two places',
      { retentionDays: 30, firehoseArn: 'arn:aws:firehose:eu-west-1:1:x' } as never,
      'stage.accessLog: expected retentionDays of a log group, or firehoseArn',
    ],
  ])('fails when %s', (_, accessLog, message) => {
    expect(refusal(() => undefined, { stage: { ...stageOptions, accessLog } })).toContain(message);
  });

  it('fails when an alarm counts lines that are elsewhere', () => {
    const firehoseArn = 'arn:aws:firehose:eu-west-1:123456789012:deliverystream/amazon-apigateway-log';

    expect(
      refusal((api) => api.addAlarms({ throttledPer5Minutes: 1 }), {
        stage: { ...stageOptions, accessLog: { firehoseArn } },
      }),
    ).toContain('alarms, throttled: expected an access log in a log group, whose lines are counted');
  });
});

describe('settings of a route', () => {
  const settings = (route: RouteSettings, options: Partial<StageOptions> = {}, cached = false) =>
    withStage({ metrics: true, ...options }, (api) =>
      api.addRoute('GET /a/{id}', { auth: Auth.public('test'), integration: Integration.mock(), cached, ...route }),
    ).aws_api_gateway_method_settings;

  it('repeat those of the stage where they say nothing', () => {
    expect(settings({ throttle: { rateLimit: 1, burstLimit: 2 }, loggingLevel: 'ERROR' })?.get_a_by_id).toEqual({
      depends_on: ['aws_api_gateway_method_settings.api'],
      rest_api_id: '${aws_api_gateway_rest_api.api.id}',
      stage_name: '${aws_api_gateway_stage.api.stage_name}',
      method_path: '~1a~1{id}/GET',
      settings: {
        logging_level: 'ERROR',
        data_trace_enabled: false,
        metrics_enabled: true,
        throttling_rate_limit: 1,
        throttling_burst_limit: 2,
      },
    });
    expect(settings({ metrics: false })?.get_a_by_id?.settings).toMatchObject({
      metrics_enabled: false,
      throttling_rate_limit: 50,
    });
    expect(settings({})?.get_a_by_id).toBeUndefined();
  });

  it('keep answers for a time of their own', () => {
    const cache = { sizeGb: 0.5, ttlSeconds: 60 };

    expect(settings({ cacheTtlSeconds: 5 }, { cache }, true)?.get_a_by_id?.settings).toMatchObject({
      caching_enabled: true,
      cache_ttl_in_seconds: 5,
    });
  });

  it.each<[string, RouteSettings, string]>([
    [
      'a limit refuses everyone',
      { throttle: { rateLimit: 0, burstLimit: 1 } },
      'test/api/stage, GET /a, throttle.rateLimit: expected a number above 0, found 0.',
    ],
    [
      'a time is for no cached route',
      { cacheTtlSeconds: 5 },
      'test/api/stage, GET /a, cacheTtlSeconds: expected a cached route, found 5.',
    ],
  ])('fail when %s', (_, route, message) => {
    expect(refusal((api) => api.addRoute('GET /a', { ...open, ...route }))).toContain(message);
  });
});

describe('a canary', () => {
  it.each<[StageOptions['canary'], string]>([
    [{ percentTraffic: 101 }, 'stage.canary.percentTraffic: expected a number from 0 to 100, found 101.'],
    [
      { percentTraffic: 1, variables: { a: 'b c' } },
      'stage.canary.variables.a: expected letters, digits and -._~:/?#&=, only',
    ],
  ])('fails when it is %j', (wrong, message) => {
    expect(refusal(() => undefined, { stage: { ...stageOptions, canary: wrong } })).toContain(message);
  });
});

it('shows backends a certificate', () => {
  const { output, resource } = synth((stack) => {
    const clientCertificate = new ClientCertificate(stack, 'client', { description: 'until 2027' });
    const api = new RestApi(stack, 'api', { name: 'reports', stage: { ...stageOptions, clientCertificate } });
    api.addRoute('GET /', open);
    const { expirationDate, pemEncodedCertificate } = clientCertificate;
    new TerraformOutput(stack, 'certificate', { value: { expirationDate, pemEncodedCertificate }, staticId: true });
  });

  expect(resource.aws_api_gateway_client_certificate).toEqual({ client: { description: 'until 2027' } });
  expect(resource.aws_api_gateway_stage?.api?.client_certificate_id).toBe(
    '${aws_api_gateway_client_certificate.client.id}',
  );
  expect(output.certificate?.value).toEqual({
    expirationDate: '${aws_api_gateway_client_certificate.client.expiration_date}',
    pemEncodedCertificate: '${aws_api_gateway_client_certificate.client.pem_encoded_certificate}',
  });
});

it('names routes for policies', () => {
  synthApi((api) => {
    api.addRoute('GET /', open);

    expect(api.executionArn).toBe('${aws_api_gateway_rest_api.api.execution_arn}');
    expect(api.executionArnOf('GET /reports/{id}')).toBe(
      '${aws_api_gateway_rest_api.api.execution_arn}/dev/GET/reports/*',
    );
  });
});
