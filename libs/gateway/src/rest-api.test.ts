import { LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function';
import { synth } from '@gatehouse/testing';
import { Auth, Integration, RestApi } from './index';

const stage = {
  name: 'dev',
  throttle: { rateLimit: 50, burstLimit: 100 },
  accessLog: { retentionDays: 30 },
};

describe('an API with one guarded route', () => {
  const { resource } = synth((stack) => {
    const target = new LambdaFunction(stack, 'service', { functionName: 'service', role: 'arn:role' });
    target.overrideLogicalId('service');
    const api = new RestApi(stack, 'api', { name: 'reports', stage });
    api.addCognitoAuthorizer('users', { userPools: [{ userPoolArn: 'arn:pool' }] });
    api.addRoute('GET /me', { auth: Auth.idToken(), integration: Integration.lambda(target) });
  });

  it('is regional', () => {
    expect(resource.aws_api_gateway_rest_api).toEqual({
      api: { name: 'reports', endpoint_configuration: { types: ['REGIONAL'] } },
    });
  });

  it('asks the authorizer before the function', () => {
    expect(resource.aws_api_gateway_authorizer).toEqual({
      users: {
        rest_api_id: '${aws_api_gateway_rest_api.api.id}',
        name: 'users',
        type: 'COGNITO_USER_POOLS',
        identity_source: 'method.request.header.Authorization',
        provider_arns: ['arn:pool'],
        authorizer_result_ttl_in_seconds: 300,
      },
    });
    expect(resource.aws_api_gateway_resource).toEqual({
      me: {
        rest_api_id: '${aws_api_gateway_rest_api.api.id}',
        parent_id: '${aws_api_gateway_rest_api.api.root_resource_id}',
        path_part: 'me',
      },
    });
    expect(resource.aws_api_gateway_method).toEqual({
      get_me: {
        rest_api_id: '${aws_api_gateway_rest_api.api.id}',
        resource_id: '${aws_api_gateway_resource.me.id}',
        http_method: 'GET',
        authorization: 'COGNITO_USER_POOLS',
        authorizer_id: '${aws_api_gateway_authorizer.users.id}',
      },
    });
    expect(resource.aws_api_gateway_integration).toEqual({
      get_me: {
        rest_api_id: '${aws_api_gateway_rest_api.api.id}',
        resource_id: '${aws_api_gateway_resource.me.id}',
        http_method: '${aws_api_gateway_method.get_me.http_method}',
        type: 'AWS_PROXY',
        integration_http_method: 'POST',
        uri: '${aws_lambda_function.service.invoke_arn}',
      },
    });
  });

  it('may call the function on its stage only', () => {
    expect(resource.aws_lambda_permission).toEqual({
      service_api: {
        action: 'lambda:InvokeFunction',
        function_name: '${aws_lambda_function.service.function_name}',
        principal: 'apigateway.amazonaws.com',
        source_arn: '${aws_api_gateway_rest_api.api.execution_arn}/dev/*/*',
      },
    });
  });
});
