import { UserPool } from '@gatehouse/cognito';
import { LambdaFunction } from '@gatehouse/functions';
import { Auth, Integration, ResponseValue, RestApi } from '@gatehouse/gateway';
import { type Construct } from 'constructs';

/** Requests and answers that mapping templates make. */
export default (stack: Construct): void => {
  const service = LambdaFunction.fromArn(stack, 'service', 'arn:aws:lambda:eu-west-1:111111111111:function:orders');
  const api = new RestApi(stack, 'api', {
    name: 'acme-orders',
    definition: 'openapi',
    stage: { name: 'v1', throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } },
  });
  api.addCognitoAuthorizer('users', { userPools: [new UserPool(stack, 'users', { name: 'acme-users' })] });
  const auth = Auth.idToken();

  api.addRoute('POST /orders', {
    auth,
    integration: Integration.customLambda(service, {
      requestTemplates: { 'application/json': '{"order":$input.json("$"),"by":"$context.authorizer.claims.sub"}' },
      answers: [
        { status: 201, headers: { Location: ResponseValue.body('location') } },
        { status: 422, when: '.*INVALID.*', templates: { 'application/json': '{"message":"Not an order"}' } },
      ],
    }),
  });

  api.addRoute('GET /whoami', {
    auth,
    integration: Integration.customMock({
      answers: [{ status: 200, templates: { 'application/json': '{"sub":"$context.authorizer.claims.sub"}' } }],
    }),
  });
};
