import { type IGrantee } from '@gatehouse/construct-kit';
import { Auth, Integration, type LambdaTarget, RestApi } from '../src/index';
import { TerraformStack } from 'cdktf';
import { type Construct } from 'constructs';

export class ReportsStack extends TerraformStack {
  constructor(scope: Construct, users: { userPoolArn: string }, people: { guests: IGrantee }, service: LambdaTarget) {
    super(scope, 'reports');
    const api = new RestApi(this, 'api', {
      name: 'acme-reports',
      definition: 'openapi', // one body; left out: resources, as APIs are that were deployed so
      cors: { allowOrigins: ['https://app.example.com'] },
      stage: { name: 'v1', throttle: { rateLimit: 50, burstLimit: 100 }, accessLog: { retentionDays: 30 } },
    });
    api.addCognitoAuthorizer('users', { userPools: [users] });

    const integration = Integration.lambda(service);
    api.addRoute('GET /me', { auth: Auth.idToken(), integration });
    api.addRoute('GET /reports/{id}', { auth: Auth.accessToken('reports/read'), integration });
    api.addRoute('GET /prices', { auth: Auth.iam('Guests of the shop'), integration });
    api.grantInvoke(people.guests, 'GET /prices');
    api.addRoute('GET /health', {
      auth: Auth.public('Uptime checks have no account'),
      integration: Integration.mock({ body: { status: 'ok' } }),
    });
  }
}
