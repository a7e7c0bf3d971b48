import { join } from 'node:path';
import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table';
import { UserPool } from '@gatehouse/cognito';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { Auth, Integration, RestApi } from '@gatehouse/gateway';
import { type Construct } from 'constructs';

/** Machines alone call it, since no client is for people. A function answers, which may read one table and nothing else. */
export default (stack: Construct): void => {
  const machines = new UserPool(stack, 'machines', { name: 'acme-machines' });
  machines.addDomain('domain', { prefix: 'acme-machines' });
  const orders = machines.addResourceServer('orders', { identifier: 'orders', scopes: { read: 'Read orders' } });
  machines.addClient('warehouse', { oauth: { grant: 'clientCredentials', scopes: [orders.scope('read')] } });
  const table = new DynamodbTable(stack, 'orders', {
    name: 'acme-machine-orders',
    billingMode: 'PAY_PER_REQUEST',
    hashKey: 'id',
    attribute: [{ name: 'id', type: 'S' }],
  });
  const service = new LambdaFunction(stack, 'service', {
    functionName: 'acme-machine-orders',
    code: Code.bundle(join(__dirname, '../functions/orders.ts')),
    variables: { TABLE: table.name },
  });
  service.allowTable(table, 'read');

  const api = new RestApi(stack, 'api', {
    name: 'acme-machine-orders',
    stage: { name: 'v1', throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } },
  });
  api.addCognitoAuthorizer('machines', { userPools: [machines] });
  api.addRoute('GET /orders/{id}', {
    auth: Auth.accessToken(orders.scope('read')),
    integration: Integration.lambda(service),
  });
};
