import { IdentityPool, Login, type UserPool } from '@gatehouse/cognito';
import { TerraformOutput } from 'cdktf';

/** Credentials for people, by group, by rules and with tags, and for guests. */
export function addIdentityPool(users: UserPool): void {
  const [byToken, byRules] = ['byToken', 'byRules'].map((id) =>
    users.addClient(id, { authFlows: { userPassword: true } }),
  ) as [Client, Client];
  const saml = Login.saml('arn:aws:iam::123456789012:saml-provider/acme');
  const people = new IdentityPool(users, 'people', {
    name: 'kitchen-sink-people',
    clients: [byToken, byRules],
    logins: [
      Login.google('123-abc.apps.googleusercontent.com'),
      Login.apple('com.acme.app'),
      Login.facebook('7346241598935552'),
      Login.amazon('amzn1.application.188a56d827a7d6555a8b67a5d'),
      Login.openIdConnect('arn:aws:iam::123456789012:oidc-provider/id.acme.com'),
      saml,
    ],
    developerProvider: 'login.acme.app',
    guests: true,
    principalTags: { email: users.attribute('email'), person: 'sub' },
  });
  const acme = people.addRole('acme');
  acme.allow(['s3:GetObject'], ['arn:aws:s3:::acme/${aws:PrincipalTag/email}/*']);
  people.mapRolesByToken(byToken, { otherwise: 'authenticatedRole' });
  users.addGroup('with-role', { role: people.addRole('group') });
  people.mapRolesByRules(byRules, [
    { claim: users.attribute('email'), match: 'contains', value: '@acme.', role: acme },
    { claim: users.attribute('email'), match: 'startsWith', value: 'admin@', role: people.authenticated },
    { claim: 'cognito:username', match: 'notEqual', value: 'robot', role: people.authenticated },
  ]);
  people.mapRolesByRules(saml, [{ claim: 'department', value: 'acme', role: acme }]);
  const output = (id: string, value: string) => new TerraformOutput(users, id, { value, staticId: true });
  output('identity_pool_id', people.identityPoolId);
  output('by_token_client_id', byToken.clientId);
  output('by_rules_client_id', byRules.clientId);
  output('acme_role_arn', acme.roleArn);
}

type Client = ReturnType<UserPool['addClient']>;
