import { IdentityPool, UserPool } from '../src/index';
import { TerraformStack } from 'cdktf';
import { type Construct } from 'constructs';

export class PeopleStack extends TerraformStack {
  constructor(scope: Construct) {
    super(scope, 'people');
    const users = new UserPool(this, 'users', { name: 'acme-users' });

    const reports = users.addResourceServer('reports', {
      identifier: 'reports',
      scopes: { read: 'Read reports', write: 'Write reports' },
    });
    const app = users.addClient('app', { authFlows: { userSrp: true } });
    users.addClient('machine', { oauth: { grant: 'clientCredentials', scopes: [reports.scope('read')] } });
    users.addDomain('domain', { prefix: 'acme' });

    const people = new IdentityPool(this, 'people', { name: 'acme-people', clients: [app], guests: true });
    people.authenticated.allow(['s3:GetObject'], ['arn:aws:s3:::acme-photos/${cognito-identity.amazonaws.com:sub}/*']);
  }
}
