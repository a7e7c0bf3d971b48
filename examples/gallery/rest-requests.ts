import { UserPool } from '@gatehouse/cognito';
import { LambdaFunction } from '@gatehouse/functions';
import { Auth, Integration, RestApi } from '@gatehouse/gateway';
import { type Construct } from 'constructs';

/** What API Gateway checks before a function is called, and what documents and clients say of the routes. */
export default (stack: Construct): void => {
  const service = LambdaFunction.fromArn(stack, 'service', 'arn:aws:lambda:eu-west-1:111111111111:function:orders');
  const api = new RestApi(stack, 'api', {
    name: 'acme-orders',
    definition: 'openapi',
    stage: { name: 'v1', throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } },
  });
  api.addCognitoAuthorizer('users', { userPools: [new UserPool(stack, 'users', { name: 'acme-users' })] });
  const integration = Integration.lambda(service);
  const order = api.addModel('Order', {
    type: 'object',
    required: ['article', 'count'],
    properties: { article: { type: 'string', maxLength: 40 }, count: { type: 'integer', minimum: 1 } },
  });

  api.addRoute('GET /orders', {
    auth: Auth.accessToken('orders/read'),
    integration,
    operationName: 'listOrders',
    requestParameters: { 'method.request.querystring.since': true, 'method.request.querystring.page': false },
    responses: { 200: { description: 'Orders, newest first', body: { type: 'array' } } },
  });
  api.addRoute('POST /orders', {
    auth: Auth.accessToken('orders/write'),
    integration,
    operationName: 'createOrder',
    body: { 'application/json': order, 'application/vnd.acme.orders+json': { type: 'array', maxItems: 100 } },
    responses: { 201: { description: 'It is made', body: order, headers: ['Location'] }, 409: {} },
  });
};
