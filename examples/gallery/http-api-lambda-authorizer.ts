import { Auth, HttpApi, IdentitySource, Integration } from '@gatehouse/gateway';
import { LambdaFunction } from '@gatehouse/functions';
import { type Construct } from 'constructs';

/** A function decides who may call: it gets the key of the request, and answers `{ isAuthorized, context }`. */
export default (stack: Construct): void => {
  const check = LambdaFunction.fromArn(stack, 'check', 'arn:aws:lambda:eu-west-1:111111111111:function:check-partner');
  const api = new HttpApi(stack, 'api', {
    name: 'acme-partners',
    stage: { throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } },
  });
  api.addLambdaAuthorizer('partners', { function: check, identitySources: [IdentitySource.header('x-partner-key')] });
  api.addRoute('ANY /orders/{proxy+}', {
    auth: Auth.custom('Partners with a contract'),
    integration: Integration.http({ url: 'https://orders.example.com/{proxy}' }),
  });
};
