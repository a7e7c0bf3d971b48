import { lambda } from '../../testing/api';
import { synthHttpApi } from '../../testing/http-api';
import { Auth, Integration } from '../index';

const auth = Auth.public('a test');

it('routes that are given one integration share it, under the address of the first', () => {
  const { resource } = synthHttpApi((api, scope) => {
    const integration = Integration.lambda(lambda(scope));
    api.addRoute('GET /reports', { auth, integration });
    api.addRoute('POST /reports', { auth, integration });
    api.addRoute('GET /orders', { auth, integration: Integration.http({ url: 'https://example.com' }) });
  });

  expect(Object.keys(resource.aws_apigatewayv2_integration ?? {})).toEqual(['get_orders', 'get_reports']);
  expect(resource.aws_apigatewayv2_integration?.get_reports).toEqual({
    api_id: '${aws_apigatewayv2_api.api.id}',
    integration_type: 'AWS_PROXY',
    integration_method: 'POST',
    integration_uri: '${aws_lambda_function.service.invoke_arn}',
    payload_format_version: '2.0',
    timeout_milliseconds: 30000,
    lifecycle: { create_before_destroy: true },
  });
  expect(targetsOf(resource)).toEqual({
    get_orders: 'integrations/${aws_apigatewayv2_integration.get_orders.id}',
    get_reports: 'integrations/${aws_apigatewayv2_integration.get_reports.id}',
    post_reports: 'integrations/${aws_apigatewayv2_integration.get_reports.id}',
  });
});

it('routes share none whose settings differ: another verb, another role', () => {
  const { resource } = synthHttpApi((api) => {
    const integration = Integration.http({ url: 'https://example.com' });
    api.addRoute('GET /a', { auth, integration });
    api.addRoute('POST /a', { auth, integration });
    api.addRoute('GET /b', { auth, integration });
    const queue = { arn: 'arn:aws:sqs:eu-west-1:123456789012:a', url: 'https://sqs/a', name: 'a' };
    const send = Integration.sendMessage(queue);
    api.addRoute('POST /c', { auth, integration: send });
    api.addRoute('POST /d', { auth, integration: send });
  });

  expect(targetsOf(resource)).toEqual({
    get_a: 'integrations/${aws_apigatewayv2_integration.get_a.id}',
    post_a: 'integrations/${aws_apigatewayv2_integration.post_a.id}',
    get_b: 'integrations/${aws_apigatewayv2_integration.get_a.id}',
    post_c: 'integrations/${aws_apigatewayv2_integration.post_c.id}',
    post_d: 'integrations/${aws_apigatewayv2_integration.post_d.id}',
  });
});

it('routes of two APIs share none', () => {
  const integration = Integration.http({ url: 'https://example.com' });
  for (const name of ['one', 'two']) {
    const { resource } = synthHttpApi((api) => api.addRoute('GET /a', { auth, integration }), { name });
    expect(Object.keys(resource.aws_apigatewayv2_integration ?? {})).toEqual(['get_a']);
  }
});

const targetsOf = (resource: ReturnType<typeof synthHttpApi>['resource']) =>
  Object.fromEntries(Object.entries(resource.aws_apigatewayv2_route ?? {}).map(([name, { target }]) => [name, target]));
