import { join } from 'node:path';
import { UserPool } from '@gatehouse/cognito';
import { LambdaFunction } from '@gatehouse/functions';
import { Integration, OpenApiRestApi, readOpenApi } from '@gatehouse/gateway';
import { type Construct } from 'constructs';

/** The routes are an OpenAPI document. Nothing in it is open by omission. */
export default (stack: Construct): void => {
  const users = new UserPool(stack, 'users', { name: 'acme-users' });
  const service = LambdaFunction.fromArn(stack, 'service', 'arn:aws:lambda:eu-west-1:111111111111:function:reports');
  new OpenApiRestApi(stack, 'api', {
    name: 'acme-reports',
    document: readOpenApi(join(__dirname, '../openapi/reports.yaml')),
    source: 'examples/openapi/reports.yaml',
    authorizer: { id: 'users', userPools: [users] },
    integration: Integration.lambda(service),
    stage: { name: 'v1', throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } },
  });
};
