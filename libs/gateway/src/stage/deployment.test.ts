import { ApiGatewayGatewayResponse } from '@cdktf/provider-aws/lib/api-gateway-gateway-response';
import { type ApiGatewayRestApi } from '@cdktf/provider-aws/lib/api-gateway-rest-api';
import { DataTerraformRemoteStateLocal, Lazy } from 'cdktf';
import { synth } from '@gatehouse/testing';
import { type Construct } from 'constructs';
import { lambda, open, stage, synthApi, userPool } from '../../testing/api';
import { Auth, Integration, RestApi } from '../index';

const deploymentOf = (...args: Parameters<typeof synthApi>) =>
  synthApi(...args).resource.aws_api_gateway_deployment?.api;

const cors = { allowOrigins: ['https://app.example.com'] };

describe('a deployment', () => {
  it('waits for everything that it copies, and is there before the old one goes', () => {
    const deployment = deploymentOf(
      (api) => {
        api.addRoute('GET /me', open);
        api.addRoute('POST /me', { ...open, body: { type: 'object' } });
      },
      { cors },
    );

    expect(deployment).toEqual({
      rest_api_id: '${aws_api_gateway_rest_api.api.id}',
      triggers: { configuration: expect.stringMatching(/^[0-9a-f]{64}$/) },
      lifecycle: { create_before_destroy: true },
      depends_on: [
        'aws_api_gateway_authorizer.users',
        'aws_api_gateway_gateway_response.default_4xx',
        'aws_api_gateway_gateway_response.default_5xx',
        'aws_api_gateway_integration.get_me',
        'aws_api_gateway_integration.options_me',
        'aws_api_gateway_integration.post_me',
        'aws_api_gateway_integration_response.get_me',
        'aws_api_gateway_integration_response.options_me',
        'aws_api_gateway_integration_response.post_me',
        'aws_api_gateway_model.post_me',
        'aws_api_gateway_request_validator.body',
      ],
    });
  });

  it('follows what others put below the API', () => {
    const addResponse = (api: RestApi) => {
      const response = new ApiGatewayGatewayResponse(api, 'throttled', {
        restApiId: api.restApiId,
        responseType: 'THROTTLED',
        statusCode: '503',
      });
      response.overrideLogicalId('throttled');
    };
    const plain = deploymentOf((api) => api.addRoute('GET /', open));
    const extended = deploymentOf((api) => {
      api.addRoute('GET /', open);
      addResponse(api);
    });

    expect(extended?.depends_on).toContain('aws_api_gateway_gateway_response.throttled');
    expect(extended?.triggers).not.toEqual(plain?.triggers);
  });
});

describe('values from outside of the API', () => {
  const build = (scope: Construct, arn: string) => {
    const api = new RestApi(scope, 'api', { name: 'reports', stage });
    api.addCognitoAuthorizer('users', { userPools: [{ userPoolArn: arn }] });
    const integration = Integration.lambda(lambda(scope));
    api.addRoute('GET /me', { auth: Auth.idToken(), integration });
    api.addRoute('PUT /me', { auth: Auth.idToken(), integration });
    api.addRoute('GET /old', {
      auth: Auth.idToken(),
      integration: Integration.http({
        url: `https://${Lazy.stringValue({ produce: () => '${aws_lb.old.dns_name}' })}/v1`,
      }),
    });
  };

  it('are triggers of their own, each once, so that a change behind the reference is deployed', () => {
    const { resource } = synth((stack) => {
      const identity = new DataTerraformRemoteStateLocal(stack, 'identity', { path: 'identity.tfstate' });
      identity.overrideLogicalId('identity');
      build(stack, identity.getString('user_pool_arn'));
    });

    expect(resource.aws_api_gateway_deployment?.api?.triggers).toEqual({
      configuration: expect.stringMatching(/^[0-9a-f]{64}$/),
      'aws_lambda_function.service.invoke_arn': '${aws_lambda_function.service.invoke_arn}',
      'data.terraform_remote_state.identity.outputs.user_pool_arn':
        '${data.terraform_remote_state.identity.outputs.user_pool_arn}',
      'aws_lb.old.dns_name': '${aws_lb.old.dns_name}',
    });
  });

  it('are not triggers when they are plain text', () => {
    const deployment = deploymentOf((api) => api.addRoute('GET /', open));

    expect(Object.keys(deployment?.triggers as object)).toEqual(['configuration']);
  });
});

it('counts what is overridden on the resource itself', () => {
  const withOverride = (value: string) =>
    deploymentOf((api) => {
      api.addRoute('GET /', open);
      (api.node.defaultChild as ApiGatewayRestApi).addOverride('minimum_compression_size', value);
    })?.triggers;

  expect(withOverride('0')).not.toEqual(withOverride('1024'));
});

it('does not count tags', () => {
  const withTag = (value: string) =>
    deploymentOf((api) => {
      api.addRoute('GET /', open);
      (api.node.defaultChild as ApiGatewayRestApi).addOverride('tags', { team: value });
    })?.triggers;

  expect(withTag('a')).toEqual(withTag('b'));
});

it('does not count pools in another order', () => {
  const withPools = (...arns: string[]) =>
    synth((stack) => {
      const api = new RestApi(stack, 'api', { name: 'reports', stage });
      const [first = userPool, ...others] = arns.map((userPoolArn) => ({ userPoolArn }));
      api.addCognitoAuthorizer('users', { userPools: [first, ...others] });
      api.addRoute('GET /', open);
    }).resource.aws_api_gateway_deployment?.api?.triggers;

  expect(withPools('arn:a', 'arn:b')).toEqual(withPools('arn:b', 'arn:a'));
  expect(withPools('arn:a', 'arn:b')).not.toEqual(withPools('arn:a', 'arn:c'));
});
