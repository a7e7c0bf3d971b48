import { ApiGatewayVpcLink } from '@cdktf/provider-aws/lib/api-gateway-vpc-link';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { synth, synthApp } from '@gatehouse/testing';
import { TerraformOutput, TerraformStack } from 'cdktf';
import { type Construct } from 'constructs';
import { lambda, open, refusal, stage, synthApi, userPool } from '../testing/api';
import { document } from '../testing/openapi';
import { Auth, Integration, OpenApiRestApi, RestApi } from './index';

const cors = { allowOrigins: ['https://app.example.com'] };
const staff = { userPoolArn: 'arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Staff1' };

/** One API with everything that has an address. */
function addApi(scope: Construct, id: string, pool = userPool): RestApi {
  const api = new RestApi(scope, id, { name: `acme-${id}`, cors, stage: { ...stage, cache } });
  api.addCognitoAuthorizer('users', { userPools: [pool] });
  const body = api.addModel('Report', { type: 'object' });
  api.addRoute('GET /orders/{id}', { auth: Auth.idToken(), integration: Integration.mock() });
  api.addRoute('POST /orders', { auth: Auth.idToken(), integration: Integration.mock(), body });
  api.addRoute('GET /', { ...open, cached: true });
  api.addDomain({
    name: `${id}.example.com`,
    certificateArn: 'arn:aws:acm:eu-west-1:1:certificate/a',
    hostedZoneId: 'Z1',
  });
  api.addWebAcl({ rateLimitPer5Minutes: 100 });
  api.addAlarms({ serverErrorPercent: 1, email: 'alerts@example.com' });
  return api;
}
const cache = { sizeGb: 0.5, ttlSeconds: 60 };

describe('two APIs of one stack', () => {
  it('have addresses of their own, and only the API named `api` has the plain ones', () => {
    const one = synth((stack) => void addApi(stack, 'api')).resource;
    const two = synth((stack) => {
      addApi(stack, 'orders', staff);
      addApi(stack, 'api');
    }).resource;

    for (const [type, named] of Object.entries(one)) {
      expect(two[type]).toMatchObject(named);
      expect([type, Object.keys(two[type] ?? {}).length]).toEqual([type, Object.keys(named).length * 2]);
    }
    expect(Object.keys(two.aws_api_gateway_method ?? {})).toContain('orders__get_orders_by_id');
    expect(Object.keys(two.aws_api_gateway_resource ?? {}).sort()).toEqual([
      'orders',
      'orders__orders',
      'orders__orders_by_id',
      'orders_by_id',
    ]);
  });

  it('ask authorizers of their own, for pools of their own', () => {
    const { resource } = synth((stack) => {
      addApi(stack, 'api');
      addApi(stack, 'orders', staff);
    });

    expect(resource.aws_api_gateway_authorizer).toMatchObject({
      users: { provider_arns: [userPool.userPoolArn], rest_api_id: '${aws_api_gateway_rest_api.api.id}' },
      orders__users: { provider_arns: [staff.userPoolArn], rest_api_id: '${aws_api_gateway_rest_api.orders.id}' },
    });
    expect(resource.aws_api_gateway_method?.orders__post_orders).toMatchObject({
      rest_api_id: '${aws_api_gateway_rest_api.orders.id}',
      authorizer_id: '${aws_api_gateway_authorizer.orders__users.id}',
      request_validator_id: '${aws_api_gateway_request_validator.orders__body.id}',
    });
  });

  it('may call one function, each with a permission of its own', () => {
    const { resource } = synth((stack) => {
      const integration = Integration.lambda(lambda(stack));
      for (const id of ['api', 'orders']) {
        const api = new RestApi(stack, id, { name: id, stage });
        api.addRoute('GET /', { auth: Auth.public('a test'), integration });
      }
    });

    expect(Object.keys(resource.aws_lambda_permission ?? {})).toEqual(['service_api', 'service_orders']);
  });

  it('may be one of routes and one from an OpenAPI document', () => {
    const { resource } = synth((stack) => {
      addApi(stack, 'api');
      new OpenApiRestApi(stack, 'reports', {
        name: 'reports',
        stage,
        document: document({ '/me': { get: { responses: {} } } }),
        source: 'reports.yaml',
        authorizer: { id: 'users', userPools: [staff] },
        integration: Integration.mock(),
      });
    });

    expect(Object.keys(resource.aws_api_gateway_rest_api ?? {})).toEqual(['api', 'reports']);
  });

  it('fail when they have one name and one stage, which their logs and alarms share', () => {
    expect(refusal((_api, scope) => new RestApi(scope, 'orders', { name: 'reports', stage }))).toBe(
      'test/orders, name: expected a name and stage of its own among the APIs of the stack, found "reports with stage ' +
        'dev, as test/api". Rename one of the two.',
    );
  });
});

describe('several authorizers of one API', () => {
  it('each check the routes that name them', () => {
    const { resource } = synthApi((api) => {
      const authorizer = api.addCognitoAuthorizer('staff', { userPools: [staff] });
      api.addRoute('GET /admin', { auth: Auth.idToken(), authorizer, integration: Integration.mock() });
    });

    expect(resource.aws_api_gateway_method?.get_admin).toMatchObject({
      authorizer_id: '${aws_api_gateway_authorizer.staff.id}',
    });
  });

  it('fail when a guarded route names none of them', () => {
    const message = refusal((api) => {
      api.addCognitoAuthorizer('staff', { userPools: [staff] });
      api.addRoute('GET /admin', { auth: Auth.idToken(), integration: Integration.mock() });
    });

    expect(message).toBe(
      'test/api, GET /admin, authorizer: expected one of test/api/users, test/api/staff, found nothing. ' +
        'The API has several: say which of them checks the caller.',
    );
  });

  it('fail when a route names the authorizer of another API', () => {
    const message = refusal((api, scope) => {
      const authorizer = addApi(scope, 'orders').addCognitoAuthorizer('staff', { userPools: [staff] });
      api.addRoute('GET /admin', { auth: Auth.idToken(), authorizer, integration: Integration.mock() });
    });

    expect(message).toBe(
      'test/api, GET /admin, authorizer: expected an authorizer of this API: test/api/users, found ' +
        '"test/orders/staff". Call addCognitoAuthorizer of this API, with the same options.',
    );
  });

  it('fail when a public route names one', () => {
    const message = refusal((api) => {
      const authorizer = api.addCognitoAuthorizer('staff', { userPools: [staff] });
      api.addRoute('GET /admin', { ...open, authorizer });
    });

    expect(message).toContain(
      'GET /admin, authorizer: expected no authorizer at a public route, found "test/api/staff"',
    );
  });
});

describe('what other stacks read of an API', () => {
  it('is in its state: id, address and what its domain points to', () => {
    const { reader } = synthApp((app) => {
      const writer = new TerraformStack(app, 'writer');
      new AwsProvider(writer, 'aws', { region: 'eu-west-1' });
      const api = addApi(writer, 'api');
      const other = new TerraformStack(app, 'reader');
      const values = [api.restApiId, api.domainTarget ?? ''];
      values.forEach((value, index) => new TerraformOutput(other, `value${index}`, { value }));
    });

    for (const { value } of Object.values(reader?.output ?? {})) {
      expect(value).toMatch(/^\$\{data\.terraform_remote_state\./);
    }
    expect(Object.keys(reader?.output ?? {})).toHaveLength(2);
  });
});

it('reaches a backend through a VPC link, made here or named by its id', () => {
  const { resource } = synthApi((api, scope) => {
    const url = 'https://backend.example.com';
    const link = new ApiGatewayVpcLink(scope, 'link', { name: 'link', targetArns: ['arn:aws:elasticloadbalancing:x'] });
    link.overrideLogicalId('link');
    api.addRoute('GET /a', { auth: Auth.idToken(), integration: Integration.http({ url, vpcLinkId: 'a1b2c3' }) });
    api.addRoute('GET /b', { auth: Auth.idToken(), integration: Integration.http({ url, vpcLinkId: link.id }) });
  });

  expect(resource.aws_api_gateway_integration).toMatchObject({
    get_a: { connection_type: 'VPC_LINK', connection_id: 'a1b2c3', uri: 'https://backend.example.com' },
    get_b: { connection_type: 'VPC_LINK', connection_id: '${aws_api_gateway_vpc_link.link.id}' },
  });
});

it('fails when a VPC link is named by something else than its id', () => {
  const integration = Integration.http({ url: 'https://a.example.com', vpcLinkId: 'my-link' });

  expect(refusal((api) => api.addRoute('GET /a', { auth: Auth.idToken(), integration }))).toContain(
    'GET /a, integration: expected the id of a VPC link, such as a1b2c3, found "my-link"',
  );
});
