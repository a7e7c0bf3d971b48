import { synth } from '@gatehouse/testing';
import { type TerraformStack, TerraformVariable } from 'cdktf';
import { lambda, refusal, stage } from '../testing/api';
import { httpStage } from '../testing/http-api';
import { ApiDomain, Auth, HttpApi, type HttpApiProps, Integration, RestApi, type RestApiProps } from './index';

const auth = Auth.public('a test');
const number = (stack: TerraformStack, id = 'number') =>
  new TerraformVariable(stack, id, { type: 'number' }).numberValue;
const text = (stack: TerraformStack) => new TerraformVariable(stack, 'text', { type: 'string' }).stringValue;
const list = (stack: TerraformStack) => new TerraformVariable(stack, 'list', { type: 'list(string)' }).listValue;
const resourceOf = (build: (stack: TerraformStack) => unknown) => synth((stack) => void build(stack)).resource;
const limits = { throttling_rate_limit: '${var.number}', throttling_burst_limit: '${var.number}' };

const rest = (stack: TerraformStack, props: Partial<RestApiProps> = {}): RestApi => {
  const api = new RestApi(stack, 'api', { name: 'reports', stage, ...props });
  api.addRoute('GET /', { auth, integration: Integration.mock() });
  return api;
};

const http = (stack: TerraformStack, props: Partial<HttpApiProps> = {}): HttpApi => {
  const api = new HttpApi(stack, 'api', { name: 'reports', stage: httpStage, ...props });
  api.addRoute('GET /', { auth, integration: Integration.lambda(lambda(stack)) });
  return api;
};

describe('a number that is known when Terraform runs', () => {
  it('is a limit of a stage and of a route', () => {
    const throttleOf = (stack: TerraformStack) => {
      const rateLimit = number(stack);
      return { rateLimit, burstLimit: rateLimit };
    };
    const ofRest = resourceOf((stack) => {
      const throttle = throttleOf(stack);
      rest(stack, { stage: { ...stage, throttle } }).addRoute('GET /a', {
        ...{ auth, throttle },
        integration: Integration.mock(),
      });
    }).aws_api_gateway_method_settings;
    const ofHttp = resourceOf((stack) => {
      const throttle = throttleOf(stack);
      http(stack, { stage: { ...httpStage, throttle } }).addRoute('GET /a', {
        ...{ auth, throttle },
        integration: Integration.http({ url: 'https://example.com' }),
      });
    }).aws_apigatewayv2_stage?.api;

    expect(ofRest?.api?.settings).toMatchObject(limits);
    expect(ofRest?.get_a?.settings).toMatchObject(limits);
    expect(ofHttp).toMatchObject({ default_route_settings: limits, route_settings: [limits] });
  });

  it.each(['openapi', 'resources'] as const)('is a timeout of a REST API (%s)', (definition) => {
    const resource = resourceOf((stack) => {
      const integration = Integration.http({ url: 'https://example.com', timeoutMilliseconds: number(stack) });
      rest(stack, { definition }).addRoute('GET /a', { auth, integration });
    });

    if (definition === 'openapi') {
      expect(resource.aws_api_gateway_rest_api?.api?.body).toContain('"timeoutInMillis":${var.number},');
    } else {
      expect(resource.aws_api_gateway_integration?.get_a).toMatchObject({ timeout_milliseconds: '${var.number}' });
    }
  });

  it('is a timeout of an HTTP API', () => {
    const resource = resourceOf((stack) => {
      const integration = Integration.http({ url: 'https://example.com', timeoutMilliseconds: number(stack) });
      http(stack).addRoute('GET /a', { auth, integration });
    });

    expect(resource.aws_apigatewayv2_integration?.get_a?.timeout_milliseconds).toBe('${var.number}');
  });

  it('is a quota, the share of a canary and the threshold of an alarm', () => {
    const resource = resourceOf((stack) => {
      const value = number(stack);
      const api = rest(stack, { stage: { ...stage, canary: { percentTraffic: value } } });
      api.addUsagePlan('plan', { quota: { limit: value, period: 'DAY', offset: 5 } });
      api.addAlarms({ serverErrorPercent: value, latencyP99Milliseconds: value, unauthorizedPer5Minutes: value });
    });

    expect(resource.aws_api_gateway_usage_plan?.plan).toMatchObject({
      quota_settings: { limit: '${var.number}', offset: 5 },
    });
    expect(JSON.stringify(resource.aws_api_gateway_stage)).toContain('"percent_traffic":"${var.number}"');
    expect(resource.aws_cloudwatch_metric_alarm).toMatchObject({
      api_5xx: {
        threshold: '${(var.number / 100)}',
        alarm_description: 'reports: more than ${var.number} % of the requests fail (5XX)',
      },
      api_latency: { threshold: '${var.number}' },
      api_unauthorized: { threshold: '${var.number}' },
    });
  });
});

it('a text that is known when Terraform runs is part of a fixed answer', () => {
  const resource = resourceOf((stack) => {
    const integration = Integration.mock({ body: { name: text(stack), price: '$5' } });
    rest(stack, { definition: 'resources' }).addRoute('GET /a', { auth, integration });
  });

  expect(resource.aws_api_gateway_integration_response?.get_a?.response_templates).toEqual({
    'application/json': `#set($dollar = '$')#set($hash = '#')` + '{"name":"${var.text}","price":"$${dollar}5"}',
  });
});

it.each(['allowOrigins', 'allowHeaders', 'exposeHeaders'] as const)('%s of a REST API are known', (name) => {
  expect(refusalOf((stack) => rest(stack, { cors: { allowOrigins: ['*'], [name]: list(stack) } }))).toBe(
    `test/api, cors.${name}: expected a list that is known at synthesis, found a value that is known when Terraform runs. A REST API ` +
      'compares each item by itself: write the list, whose items may be references, or use an HttpApi.',
  );
});

it('a list of origins of an HTTP API may be known when Terraform runs', () => {
  const resource = resourceOf((stack) => http(stack, { cors: { allowOrigins: list(stack) } }));

  expect(resource.aws_apigatewayv2_api?.api?.cors_configuration).toMatchObject({ allow_origins: '${var.list}' });
});

it('the path of a mapping is known', () => {
  const certificateArn = 'arn:aws:acm:eu-west-1:123456789012:certificate/a';
  expect(
    refusalOf((stack) =>
      new ApiDomain(stack, 'shop', { name: 'api.example.com', certificateArn }).addMapping(rest(stack), text(stack)),
    ),
  ).toBe(
    'test/shop, addMapping: expected a path that is known at synthesis: the mapping is named after it, found a value that is known when ' +
      "Terraform runs. Write it, as in addMapping(api, 'v1/reports').",
  );
});

it('a quota begins with no more than its limit', () => {
  expect(refusal((api) => void api.addUsagePlan('plan', { quota: { limit: 5, period: 'DAY', offset: 6 } }))).toContain(
    'quota.offset: expected a whole number from 0 to 5, found 6. The first period has that many requests fewer than quota.limit: lower ' +
      'it to the limit at most, or leave it out.',
  );
});

function refusalOf(build: (stack: TerraformStack) => unknown): string {
  try {
    resourceOf(build);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('expected an error, found none');
}
