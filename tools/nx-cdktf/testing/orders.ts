import { writeFileSync } from 'node:fs';
import { type WorkspaceCopy } from './workspace';

/** What a team adds in `local`: a second API whose function reads a table, for a group and a scope of its own. */
const ORDERS_STACK = `
import { DynamodbTable } from '@cdktf/provider-aws/lib/dynamodb-table';
import { CognitoUserGroup } from '@cdktf/provider-aws/lib/cognito-user-group';
import { ResourceServer, type UserPool } from '@gatehouse/cognito';
import { type Environment, resourceName } from '@gatehouse/environment';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { Auth, Integration, RestApi } from '@gatehouse/gateway';
import { EnvironmentStack } from '@gatehouse/platform';
import { type Construct } from 'constructs';
import { apiProps, protectApi, publishApi } from './serve-api';

/** Orders, and who may read them. */
export class OrdersStack extends EnvironmentStack {
  constructor(scope: Construct, env: Environment, { users }: { readonly users: UserPool }) {
    super(scope, 'orders', env);
    const table = new DynamodbTable(this, 'orders-table', {
      name: resourceName(env, 'orders'),
      billingMode: 'PAY_PER_REQUEST',
      hashKey: 'id',
      attribute: [{ name: 'id', type: 'S' }],
    });
    const orders = new LambdaFunction(this, 'orders-service', {
      functionName: resourceName(env, 'orders'),
      code: Code.service('orders'),
      variables: { TABLE: table.name },
    });
    orders.allowTable(table, 'read');
    new CognitoUserGroup(this, 'clerks', { name: 'clerks', userPoolId: users.userPoolId });
    const api = new RestApi(this, 'orders', apiProps(env, 'orders'));
    api.addCognitoAuthorizer('users', { userPools: [users] });
    const archive = new ResourceServer(this, 'archive', {
      userPool: users,
      identifier: 'archive',
      scopes: { read: 'Read the archive' },
    });
    api.addRoute('GET /orders', { auth: Auth.idToken(), integration: Integration.lambda(orders) });
    api.addRoute('GET /archive', {
      auth: Auth.accessToken(archive.scope('read')),
      integration: Integration.lambda(orders),
    });
    protectApi(api, env);
    publishApi(this, api);
  }
}
`;

/** Adds them to the sample of a copy, as a team would. */
export function addOrders(workspace: WorkspaceCopy): void {
  writeFileSync(workspace.path('libs/stacks/src/orders-stack.ts'), ORDERS_STACK.trimStart());
  workspace.append('libs/stacks/src/index.ts', "export { OrdersStack } from './orders-stack';\n");
  workspace.replace('apps/local/main.ts', '{ ApiStack, IdentityStack }', '{ ApiStack, IdentityStack, OrdersStack }');
  workspace.replace(
    'apps/local/main.ts',
    '  new ApiStack(',
    '  new OrdersStack(app, env, { users: identity.users });\n  new ApiStack(',
  );
}
