import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { type Construct } from 'constructs';
import { lambda, refusal } from '../../testing/api';
import { httpRefusal, integrationOf } from '../../testing/http-api';
import { Auth, type HttpApiIntegration, HttpVpcLink, Integration, RequestValue } from '../index';

const api_id = '${aws_apigatewayv2_api.api.id}';
const written = (make: (scope: Construct) => HttpApiIntegration) =>
  integrationOf(make).aws_apigatewayv2_integration?.get_a_by_id;

it('gives a function the event that it asks for', () => {
  expect(
    written((scope) => Integration.lambda(lambda(scope), { payloadFormatVersion: '1.0', timeoutMilliseconds: 5000 })),
  ).toMatchObject({ payload_format_version: '1.0', timeout_milliseconds: 5000 });
});

describe('an HTTP integration', () => {
  it('forwards the request', () => {
    expect(written(() => Integration.http({ url: 'https://example.com/a/{id}' }))).toEqual({
      api_id,
      integration_type: 'HTTP_PROXY',
      integration_method: 'GET',
      integration_uri: 'https://example.com/a/{id}',
      connection_type: 'INTERNET',
      payload_format_version: '1.0',
      timeout_milliseconds: 30000,
      request_parameters: {},
      lifecycle: { create_before_destroy: true },
    });
  });

  it('changes requests and answers', () => {
    const integration = Integration.http({
      url: 'https://example.com',
      request: {
        path: RequestValue.path('id'),
        headers: {
          'x-caller': { overwrite: RequestValue.context('authorizer.claims.sub') },
          'x-api': { append: 'reports' },
          cookie: 'remove',
        },
        querystring: { version: { overwrite: RequestValue.stageVariable('version') }, debug: 'remove' },
      },
      answers: {
        404: { status: 200, headers: { 'x-found': { overwrite: 'no' } } },
        500: { headers: { server: 'remove', 'x-request': { append: RequestValue.context('requestId') } } },
      },
    });

    expect(written(() => integration)).toMatchObject({
      request_parameters: {
        'overwrite:path': '$request.path.id',
        'overwrite:header.x-caller': '$context.authorizer.claims.sub',
        'append:header.x-api': 'reports',
        'remove:header.cookie': "''",
        'overwrite:querystring.version': '$stageVariables.version',
        'remove:querystring.debug': "''",
      },
      response_parameters: [
        { status_code: '404', mappings: { 'overwrite:header.x-found': 'no', 'overwrite:statuscode': '200' } },
        {
          status_code: '500',
          mappings: { 'remove:header.server': "''", 'append:header.x-request': '$context.requestId' },
        },
      ],
    });
  });

  it.each<[HttpApiIntegration, string]>([
    [Integration.http({ url: 'example.com' }), 'a URL that begins with https:// or http://, found "example.com"'],
    [Integration.http({ url: 'https://x.test/{name}' }), 'parameters of the path /a/{id}, found "{name}"'],
    [
      Integration.http({ url: 'https://x.test', timeoutMilliseconds: 30001 }),
      'a timeout from 50 to 30000 milliseconds',
    ],
    [
      Integration.http({ url: 'https://x.test', vpcLinkId: 'a1' }),
      'a backend on the internet, found {"vpcLinkId":"a1"}',
    ],
    [
      Integration.http({ url: 'https://x.test', request: { path: '/a/$request.path.id' } }),
      'a text that is always the same, found "/a/$request.path.id". Make it by RequestValue',
    ],
    [
      Integration.http({ url: 'https://x.test', answers: { 404: { status: 99 } } }),
      'a status from 200 to 599, found 99',
    ],
    [Integration.http({ url: 'https://x.test', answers: { 404: {} } }), 'a status or headers to change, found {}'],
  ])('is refused: %#', (integration, message) => {
    const refused = httpRefusal((api) => api.addRoute('GET /a/{id}', { auth: Auth.public('a test'), integration }));
    expect(refused).toContain(`test/api, GET /a/{id}, integration: expected ${message}`);
  });

  it('changes nothing on a REST API', () => {
    const integration = Integration.http({ url: 'https://x.test', answers: { 404: { status: 200 } } }) as never;
    expect(refusal((api) => api.addRoute('GET /a', { auth: Auth.public('a test'), integration }))).toContain(
      'expected no request and no answers, which HTTP APIs alone have',
    );
  });
});

describe('a change that the provider does not make in place', () => {
  const replacing = (make: (scope: Construct) => HttpApiIntegration) => {
    const { aws_apigatewayv2_integration: integrations, terraform_data: data } = integrationOf(make);
    return [integrations?.get_a_by_id?.lifecycle, data?.get_a_by_id?.input];
  };

  it('of answers makes another integration', () => {
    const mappings = { 'overwrite:statuscode': '502' };
    expect(
      replacing(() => Integration.http({ url: 'https://example.com', answers: { 500: { status: 502 } } })),
    ).toEqual([
      { create_before_destroy: true, replace_triggered_by: ['terraform_data.get_a_by_id'] },
      { responseParameters: [{ statusCode: '500', mappings }] },
    ]);
  });

  it('of an integration with a service does, whatever changes', () => {
    const [lifecycle, input] = replacing((scope) =>
      Integration.sendMessage(new SqsQueue(scope, 'queue', {}), { timeoutMilliseconds: 5000 }),
    );
    expect(lifecycle).toEqual({
      create_before_destroy: true,
      replace_triggered_by: ['terraform_data.get_a_by_id'],
    });
    expect(input).toEqual({
      integrationType: 'AWS_PROXY',
      integrationSubtype: 'SQS-SendMessage',
      credentialsArn: '${aws_iam_role.get_a_by_id.arn}',
      payloadFormatVersion: '1.0',
      timeoutMilliseconds: 5000,
      requestParameters: { QueueUrl: '${aws_sqs_queue.queue.url}', MessageBody: '$request.body' },
    });
  });

  it('of nothing else does', () => {
    expect(replacing(() => Integration.http({ url: 'https://example.com' }))).toEqual([
      { create_before_destroy: true },
      undefined,
    ]);
  });
});

it('reaches a load balancer in a network', () => {
  const resource = integrationOf((scope) => {
    const vpcLink = new HttpVpcLink(scope, 'network', {
      name: 'acme',
      subnetIds: ['subnet-1', 'subnet-2'],
      securityGroupIds: ['sg-1'],
      tags: { team: 'network' },
    });
    return Integration.private({
      vpcLink,
      targetArn: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/a/b/c',
      serverName: 'reports.internal',
      request: { path: RequestValue.path() },
      answers: { 500: { status: 502 } },
    });
  });

  expect(resource.aws_apigatewayv2_vpc_link).toEqual({
    network: {
      name: 'acme',
      subnet_ids: ['subnet-1', 'subnet-2'],
      security_group_ids: ['sg-1'],
      tags: { team: 'network' },
    },
  });
  expect(resource.aws_apigatewayv2_integration?.get_a_by_id).toMatchObject({
    integration_type: 'HTTP_PROXY',
    integration_method: 'GET',
    integration_uri: 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/a/b/c',
    connection_type: 'VPC_LINK',
    connection_id: '${aws_apigatewayv2_vpc_link.network.id}',
    payload_format_version: '1.0',
    timeout_milliseconds: 30000,
    request_parameters: { 'overwrite:path': '$request.path' },
    response_parameters: [{ status_code: '500', mappings: { 'overwrite:statuscode': '502' } }],
    tls_config: { server_name_to_verify: 'reports.internal' },
  });
});

it('needs a subnet to reach it', () => {
  const link = { name: 'acme', subnetIds: [], securityGroupIds: [] };
  expect(httpRefusal((_api, scope) => new HttpVpcLink(scope, 'network', link))).toContain(
    'test/network, subnetIds: expected at least one, found [].',
  );
});
