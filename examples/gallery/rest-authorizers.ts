import { UserPool } from '@gatehouse/cognito';
import { LambdaFunction } from '@gatehouse/functions';
import { Auth, IdentitySource, Integration, RestApi } from '@gatehouse/gateway';
import { type Construct } from 'constructs';

/** Several authorizers: people by their tokens, partners by a key that a function knows, machines by more than a header. */
export default (stack: Construct): void => {
  const [staff, customers] = [
    new UserPool(stack, 'staff', { name: 'acme-staff' }),
    new UserPool(stack, 'customers', { name: 'acme-customers' }),
  ];
  const check = LambdaFunction.fromArn(stack, 'check', 'arn:aws:lambda:eu-west-1:111111111111:function:check');
  const integration = Integration.mock({ body: { status: 'ok' } });
  const api = new RestApi(stack, 'api', {
    name: 'acme-orders',
    definition: 'openapi',
    stage: { name: 'v1', throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } },
  });

  const people = api.addCognitoAuthorizer('people', { userPools: [staff, customers] });
  const office = api.addCognitoAuthorizer('office', {
    userPools: [staff],
    header: 'X-Staff-Token',
    resultsCacheTtlSeconds: 60,
  });
  api.addRoute('GET /me', { auth: Auth.idToken(), authorizer: people, integration });
  api.addRoute('GET /audit', { auth: Auth.accessToken('audit/read'), authorizer: office, integration });

  const partners = api.addTokenAuthorizer('partners', {
    function: check,
    header: 'X-Partner-Key',
    tokenPattern: '^[a-z0-9]{32}$',
  });
  api.addRoute('GET /orders', { auth: Auth.custom('Partners with a contract'), authorizer: partners, integration });

  const machines = api.addRequestAuthorizer('machines', {
    function: check,
    identitySources: [IdentitySource.header('X-Machine'), IdentitySource.context('identity.sourceIp')],
    resultsCacheTtlSeconds: 0,
  });
  api.addRoute('POST /orders', { auth: Auth.custom('Tills in the shops'), authorizer: machines, integration });
};
