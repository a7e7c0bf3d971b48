import { join } from 'node:path';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { UserPool } from '@gatehouse/cognito';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { Auth, type HttpApi, type HttpRouteOptions, IdentitySource, Integration } from '@gatehouse/gateway';
import { TerraformOutput } from 'cdktf';
import { type Construct } from 'constructs';

/** Every way to say who may call a route. */
export function addAuthorizers(stack: Construct, api: HttpApi): { readonly authorized: HttpRouteOptions } {
  const echo = new LambdaFunction(stack, 'echo', {
    functionName: 'kitchen-sink-http-echo',
    code: Code.bundle(join(__dirname, 'echo.ts')),
  });
  const integration = Integration.lambda(echo);
  addTokens(stack, api, integration);
  addPartners(stack, api, integration);
  const throttle = { rateLimit: 5, burstLimit: 10 };
  api.addRoute('GET /prices', { auth: Auth.iam('Guests of the shop'), integration, throttle });
  api.grantInvoke({ granteeId: 'guests', roleName: roleOf(stack) }, 'GET /prices');
  new TerraformOutput(stack, 'prices', { value: [api.executionArn, api.executionArnOf('GET /prices')] });
  api.addRoute('GET /prices/old', {
    auth: Auth.iam('Guests of the shop'),
    integration: Integration.lambda(echo, { payloadFormatVersion: '1.0', timeoutMilliseconds: 3000 }),
  });
  const authorized = { auth: Auth.public('It says what it got, and keeps nothing'), integration };
  api.addRoute('$default', { ...authorized, throttle: { rateLimit: 1, burstLimit: 2 } });
  return { authorized };
}

function addTokens(stack: Construct, api: HttpApi, integration: HttpRouteOptions['integration']): void {
  const people = new UserPool(stack, 'people', { name: 'kitchen-sink-http', deletionProtection: false });
  people.addDomain('domainOfPeople', { prefix: 'kitchen-sink-http' });
  const orders = people.addResourceServer('orders', { identifier: 'orders', scopes: { read: 'Read orders' } });
  const oauth = { grant: 'clientCredentials', scopes: [orders.scope('read')] } as const;
  const clients = [people.addClient('first', { oauth }), people.addClient('second', { oauth })];
  const ours = api.addJwtAuthorizer('people', { userPool: people, clients });
  const theirs = api.addJwtAuthorizer('elsewhere', {
    issuer: 'https://login.example.com/',
    audience: ['orders'],
    identitySource: IdentitySource.queryString('token'),
  });
  const group = api.addGroup('/orders', { integration });
  group.addRoute('GET /{id}', { auth: Auth.accessToken(orders.scope('read')), authorizer: ours });
  group.addRoute('POST /', { auth: Auth.accessToken('orders/write', 'orders/all'), authorizer: theirs });
}

function addPartners(stack: Construct, api: HttpApi, integration: HttpRouteOptions['integration']): void {
  const check = new LambdaFunction(stack, 'check', {
    functionName: 'kitchen-sink-http-check',
    code: Code.bundle(join(__dirname, 'check.ts')),
    live: {},
  });
  const auth = Auth.custom('Partners with a key');
  const simple = api.addLambdaAuthorizer('simple', {
    function: check,
    identitySources: [IdentitySource.header('x-partner-key')],
    resultsCacheTtlSeconds: 60,
  });
  const policy = api.addLambdaAuthorizer('policy', { function: check, answer: 'policy', payloadFormatVersion: '1.0' });
  api.addRoute('GET /partners', { auth, authorizer: simple, integration });
  api.addRoute('GET /partners/old', { auth, authorizer: policy, integration });
}

function roleOf(stack: Construct): string {
  const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } };
  return new IamRole(stack, 'guests', {
    name: 'kitchen-sink-http-guests',
    assumeRolePolicy: JSON.stringify({ Version: '2012-10-17', Statement: [trust] }),
  }).name;
}
