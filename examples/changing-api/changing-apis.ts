import { UserPool } from '@gatehouse/cognito';
import { Auth, Integration, RestApi, type RestApiProps } from '@gatehouse/gateway';
import { TerraformOutput } from 'cdktf';
import { type Construct } from 'constructs';

/** `second` changes `orders` and imports `reports` as a body, of which Terraform forgets the resources; `third` deploys `reports`. */
export type Step = 'first' | 'second' | 'third';

const stage = { name: 'dev', throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } };

/**
 * Two APIs. The routes of `orders`, one OpenAPI body, change: one is removed, and another server answers one. The routes of
 * `reports` stay, and turn from resources into a body.
 */
export function changingApis(stack: Construct, step: Step): void {
  const users = new UserPool(stack, 'users', { name: 'users', deletionProtection: false });
  addOrders(stack, users, step === 'first');
  addReports(stack, users, definitionAt[step]);
}

const definitionAt: Readonly<Record<Step, Partial<RestApiProps>>> = {
  first: { definition: 'resources' },
  second: { definition: 'openapi', definedBefore: 'resources' },
  third: { definition: 'openapi' },
};

function addOrders(stack: Construct, users: UserPool, before: boolean): void {
  const orders = new RestApi(stack, 'orders', { name: 'orders', definition: 'openapi', stage });
  orders.addCognitoAuthorizer('users', { userPools: [users] });
  const other = Integration.http({ url: 'https://orders.example.com' });
  orders.addRoute('GET /orders', { auth: Auth.idToken(), integration: before ? Integration.mock() : other });
  if (before) orders.addRoute('GET /orders/old', { auth: Auth.idToken(), integration: Integration.mock() });
  new TerraformOutput(stack, 'orders_id', { value: orders.restApiId });
}

function addReports(stack: Construct, users: UserPool, definition: Partial<RestApiProps>): void {
  const cors = { allowOrigins: ['https://app.example.com'] };
  const reports = new RestApi(stack, 'api', { name: 'reports', cors, stage, ...definition });
  reports.addCognitoAuthorizer('users', { userPools: [users] });
  const report = reports.addModel('Report', { type: 'object', required: ['title'] });
  const integration = Integration.http({ url: 'https://reports.example.com' });
  reports.addRoute('GET /reports', { auth: Auth.idToken(), integration });
  reports.addRoute('POST /reports', { auth: Auth.accessToken('reports/write'), integration, body: report });
  reports.addRoute('GET /health', { auth: Auth.public('uptime checks'), integration: Integration.mock() });
  new TerraformOutput(stack, 'reports_id', { value: reports.restApiId });
  new TerraformOutput(stack, 'reports_url', { value: reports.url });
}
