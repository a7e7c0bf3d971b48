import { Construct } from 'constructs';
import { synthApi } from '../../testing/api';
import { synthHttpApi } from '../../testing/http-api';
import { Auth, IdentitySource, Integration, type LambdaTarget } from '../index';

const auth = Auth.custom('partners');
const account = '111111111111';
/** As `LambdaFunction.fromArn` has it. */
function functionOf(scope: Construct, of: string): LambdaTarget {
  const functionName = `arn:aws:lambda:eu-west-1:${of}:function:service`;
  const invokeArn = `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${functionName}/invocations`;
  return Object.assign(new Construct(scope, 'service'), { functionName, invokeArn });
}
const identitySources = [IdentitySource.header('X-Key')] as const;

const rest = (of: string, own?: string) =>
  synthApi(
    (api, scope) => {
      const target = functionOf(scope, of);
      api.addRequestAuthorizer('partners', { function: target, identitySources });
      api.addRoute('GET /a', { auth, integration: Integration.lambda(target) });
    },
    {},
    own,
  ).resource;

const http = (of: string, own?: string) =>
  synthHttpApi(
    (api, scope) => {
      const target = functionOf(scope, of);
      api.addLambdaAuthorizer('partners', { function: target, identitySources });
      api.addRoute('GET /a', { auth, integration: Integration.lambda(target) });
    },
    {},
    own,
  ).resource;

describe.each([
  ['REST', rest],
  ['HTTP', http],
])('the permission of a %s API to call a function', (_kind, resourcesOf) => {
  it('is left to the owner of a function of another account', () => {
    const resource = resourcesOf('222222222222', account);

    expect(resource.aws_lambda_permission).toBeUndefined();
    const stages = { ...resource.aws_api_gateway_stage, ...resource.aws_apigatewayv2_stage };
    expect(JSON.stringify(stages)).not.toContain('aws_lambda_permission');
  });

  it.each([
    ['of the account', account, account],
    ['of an account, where the stack does not say its own', '222222222222', undefined],
  ])('is made for a function %s', (_what, of, own) => {
    expect(Object.keys(resourcesOf(of, own).aws_lambda_permission ?? {})).toHaveLength(2);
  });
});
