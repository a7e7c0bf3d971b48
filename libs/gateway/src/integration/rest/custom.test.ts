import { lambda, refusal } from '../../../testing/api';
import { definitions } from '../../../testing/definitions';
import { Auth, HttpVpcLink, Integration, RequestValue, ResponseValue, VpcLink } from '../../index';

const auth = Auth.idToken();
const cors = { allowOrigins: ['https://app.example.com'] };
const json = (template: string) => ({ 'application/json': template });
const origin = { 'method.response.header.Access-Control-Allow-Origin': "'https://app.example.com'" };

describe('a custom Lambda integration', () => {
  const build = () =>
    definitions(
      (api, scope) =>
        api.addRoute('POST /orders', {
          auth,
          integration: Integration.customLambda(lambda(scope), {
            requestTemplates: json('{"order":$input.json("$"),"price":"${x}"}'),
            answers: [
              { status: 200, templates: json('$input.json("$.order")'), headers: { 'X-Id': ResponseValue.body('id') } },
              { status: 422, when: '.*"code":"invalid".*', templates: json('{"message":"No"}') },
            ],
          }),
        }),
      { cors },
    );

  it('gets what a template makes, and answers by the error that it throws', () => {
    const { resource } = build();
    const place = {
      rest_api_id: '${aws_api_gateway_rest_api.api.id}',
      resource_id: '${aws_api_gateway_resource.orders.id}',
    };

    expect(resource.aws_api_gateway_integration?.post_orders).toEqual({
      ...place,
      http_method: '${aws_api_gateway_method.post_orders.http_method}',
      type: 'AWS',
      integration_http_method: 'POST',
      uri: '${aws_lambda_function.service.invoke_arn}',
      timeout_milliseconds: 29000,
      passthrough_behavior: 'NEVER',
      request_templates: json('{"order":$input.json("$"),"price":"$${x}"}'),
    });
    const http_method = '${aws_api_gateway_integration.post_orders.http_method}';
    expect(resource.aws_api_gateway_integration_response?.post_orders).toEqual({
      ...place,
      http_method,
      status_code: '${aws_api_gateway_method_response.post_orders.status_code}',
      response_parameters: { 'method.response.header.X-Id': 'integration.response.body.id', ...origin, ...vary },
      response_templates: json('$input.json("$.order")'),
    });
    expect(resource.aws_api_gateway_integration_response?.post_orders_answers_422).toEqual({
      ...place,
      http_method,
      status_code: '${aws_api_gateway_method_response.post_orders_answers_422.status_code}',
      selection_pattern: '.*"code":"invalid".*',
      response_parameters: { ...origin, ...vary },
      response_templates: json('{"message":"No"}'),
    });
    expect(Object.keys(resource.aws_lambda_permission ?? {})).toEqual(['service_api']);
  });

  it('is the same in an OpenAPI body', () => {
    expect(build().body.paths['/orders']?.post?.['x-amazon-apigateway-integration']).toEqual({
      type: 'aws',
      httpMethod: 'POST',
      uri: '${aws_lambda_function.service.invoke_arn}',
      timeoutInMillis: 29000,
      passthroughBehavior: 'never',
      requestTemplates: json('{"order":$input.json("$"),"price":"$${x}"}'),
      responses: {
        default: {
          statusCode: '200',
          responseParameters: { 'method.response.header.X-Id': 'integration.response.body.id', ...origin, ...vary },
          responseTemplates: json('$input.json("$.order")'),
        },
        '.*"code":"invalid".*': {
          statusCode: '422',
          responseParameters: { ...origin, ...vary },
          responseTemplates: json('{"message":"No"}'),
        },
      },
    });
  });
});

const vary = { 'method.response.header.Vary': "'Origin'" };

describe('a custom HTTP integration', () => {
  const build = () =>
    definitions((api) =>
      api.addRoute('GET /orders/{id}', {
        auth,
        integration: Integration.customHttp({
          url: 'https://backend.example.com/{version}/orders/{id}',
          method: 'POST',
          parameters: {
            headers: { 'X-User': RequestValue.context('authorizer.claims.sub'), 'X-From': 'api' },
            path: { version: RequestValue.header('X-Version') },
          },
          insecureSkipVerification: true,
          timeoutMilliseconds: 5000,
          contentHandling: 'text',
          answers: [{ status: 200 }, { status: 404, when: '404', contentHandling: 'text' }],
        }),
      }),
    );
  const requestParameters = {
    'integration.request.path.id': 'method.request.path.id',
    'integration.request.path.version': 'method.request.header.X-Version',
    'integration.request.header.X-User': 'context.authorizer.claims.sub',
    'integration.request.header.X-From': "'api'",
  };

  it('maps parameters, and hands the body on', () => {
    const { resource } = build();

    expect(resource.aws_api_gateway_integration?.get_orders_by_id).toMatchObject({
      type: 'HTTP',
      integration_http_method: 'POST',
      uri: 'https://backend.example.com/{version}/orders/{id}',
      timeout_milliseconds: 5000,
      passthrough_behavior: 'WHEN_NO_TEMPLATES',
      content_handling: 'CONVERT_TO_TEXT',
      tls_config: { insecure_skip_verification: true },
      request_parameters: requestParameters,
    });
    expect(resource.aws_api_gateway_method?.get_orders_by_id?.request_parameters).toEqual({
      'method.request.path.id': true,
      'method.request.header.X-Version': false,
    });
    expect(resource.aws_api_gateway_integration_response?.get_orders_by_id_answers_404).toMatchObject({
      selection_pattern: '404',
      content_handling: 'CONVERT_TO_TEXT',
    });
  });

  it('is the same in an OpenAPI body', () => {
    expect(build().body.paths['/orders/{id}']?.get?.['x-amazon-apigateway-integration']).toEqual({
      type: 'http',
      httpMethod: 'POST',
      uri: 'https://backend.example.com/{version}/orders/{id}',
      timeoutInMillis: 5000,
      passthroughBehavior: 'when_no_templates',
      contentHandling: 'CONVERT_TO_TEXT',
      tlsConfig: { insecureSkipVerification: true },
      requestParameters,
      responses: {
        default: { statusCode: '200', responseParameters: {} },
        404: { statusCode: '404', contentHandling: 'CONVERT_TO_TEXT', responseParameters: {} },
      },
    });
  });
});

it('a custom mock answers by a template', () => {
  const { body, resource } = definitions((api) =>
    api.addRoute('GET /me', {
      auth,
      integration: Integration.customMock({
        requestTemplate: '{"statusCode": #if($input.params("old") == "yes")410#{else}200#end}',
        answers: [
          { status: 200, templates: json('{"me":"$context.authorizer.claims.sub"}') },
          { status: 410, when: '410' },
        ],
      }),
    }),
  );

  const requestTemplates = json('{"statusCode": #if($input.params("old") == "yes")410#{else}200#end}');
  expect(resource.aws_api_gateway_integration?.get_me).toMatchObject({
    type: 'MOCK',
    passthrough_behavior: 'NEVER',
    request_templates: requestTemplates,
  });
  expect(body.paths['/me']?.get?.['x-amazon-apigateway-integration']).toMatchObject({
    type: 'mock',
    passthroughBehavior: 'never',
    requestTemplates,
    responses: {
      default: { statusCode: '200', responseTemplates: json('{"me":"$context.authorizer.claims.sub"}') },
      410: { statusCode: '410' },
    },
  });
});

it('an operation of any service is called with the role that is given', () => {
  const { body, resource } = definitions((api) =>
    api.addRoute('GET /regions', {
      auth,
      integration: Integration.aws({
        service: 'ec2',
        action: 'DescribeRegions',
        method: 'GET',
        region: 'us-east-1',
        roleArn: 'arn:aws:iam::123456789012:role/regions',
        answers: [{ status: 200 }],
      }),
    }),
  );

  const uri = 'arn:${data.aws_partition.gateway.partition}:apigateway:us-east-1:ec2:action/DescribeRegions';
  const credentials = 'arn:aws:iam::123456789012:role/regions';
  expect(resource.aws_api_gateway_integration?.get_regions).toMatchObject({
    type: 'AWS',
    integration_http_method: 'GET',
    uri,
    credentials,
  });
  expect(resource.aws_iam_role).toBeUndefined();
  expect(body.paths['/regions']?.get?.['x-amazon-apigateway-integration']).toMatchObject({ uri, credentials });
});

it('a load balancer in a network is reached by a VPC link', () => {
  const arn = 'arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/acme/0123456789abcdef';
  const { body, resource } = definitions((api, scope) => {
    const { vpcLinkId } = new VpcLink(scope, 'network', { name: 'acme', loadBalancer: { arn } });
    api.addRoute('GET /orders', { auth, integration: Integration.http({ url: 'https://orders.internal', vpcLinkId }) });
  });

  expect(resource.aws_api_gateway_vpc_link).toEqual({ network: { name: 'acme', target_arns: [arn] } });
  expect(resource.aws_api_gateway_integration?.get_orders).toMatchObject({
    connection_type: 'VPC_LINK',
    connection_id: '${aws_api_gateway_vpc_link.network.id}',
  });
  expect(body.paths['/orders']?.get?.['x-amazon-apigateway-integration']).toMatchObject({
    connectionType: 'VPC_LINK',
    connectionId: '${aws_api_gateway_vpc_link.network.id}',
  });
});

it('a VPC link of HTTP APIs is none', () => {
  const message = refusal((api, scope) => {
    const ids = { subnetIds: ['subnet-1'], securityGroupIds: ['sg-1'] };
    const { vpcLinkId } = new HttpVpcLink(scope, 'network', { name: 'acme', ...ids });
    api.addRoute('GET /orders', { auth, integration: Integration.http({ url: 'https://orders.internal', vpcLinkId }) });
  });
  expect(message).toBe(
    'test/api, GET /orders, integration: expected a VPC link of REST APIs, found "one of HTTP APIs". ' +
      'An HttpVpcLink is for HTTP APIs: make a VpcLink.',
  );
});
