import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CognitoUserGroup } from '@cdktf/provider-aws/lib/cognito-user-group';
import { IdentityPool, type Scope, UserPool, UserPoolClient } from '@gatehouse/cognito';
import { Auth, Integration, RestApi } from '@gatehouse/gateway';
import { type IUserPool } from '@gatehouse/construct-kit';
import { EnvironmentStack, PostureError, synthesize } from '@gatehouse/platform';
import { environment, synthIn, workspaceForTests } from '@gatehouse/platform/testing';
import { type App } from 'cdktf';
import { IdentityStack } from './identity-stack';

const workspace = workspaceForTests();
const outdir = mkdtempSync(join(tmpdir(), 'gatehouse-other-stack-'));
afterAll(() => rmSync(outdir, { recursive: true }));

/** A stack of a team beside the identity stack, and what it does with it. */
function besideIdentity(app: App, fill: (stack: EnvironmentStack, identity: IdentityStack) => void): void {
  const identity = new IdentityStack(app, environment());
  fill(new EnvironmentStack(app, 'team', environment()), identity);
}

const output = (name: string) => `\${data.terraform_remote_state.identity.outputs.${name}}`;

function addApi(stack: EnvironmentStack, { users }: { readonly users: IUserPool }, scope: Scope): void {
  const api = new RestApi(stack, 'api', {
    name: 'team-api',
    stage: { name: 'v1', throttle: { rateLimit: 1, burstLimit: 1 }, accessLog: { retentionDays: 7 } },
  });
  api.addCognitoAuthorizer('users', { userPools: [users] });
  api.addRoute('GET /reports', { auth: Auth.accessToken(scope), integration: Integration.mock({ body: {} }) });
}

describe('a stack beside the identity stack', () => {
  it('uses its pool, clients and scopes as they are', () => {
    const stacks = synthIn(workspace, (app) =>
      besideIdentity(app, (stack, { app: people, reports, users }) => {
        new UserPoolClient(stack, 'partner', {
          userPool: users,
          oauth: { grant: 'clientCredentials', scopes: [reports.scope('read')] },
        });
        new IdentityPool(stack, 'visitors', { name: 'visitors', clients: [people] });
        new CognitoUserGroup(stack, 'admins', { name: 'admins', userPoolId: users.userPoolId });
        addApi(stack, { users }, reports.scope('read'));
      }),
    );

    const { data, resource } = stacks['test-team']!;
    expect(Object.keys(data.terraform_remote_state ?? {})).toEqual(['identity']);
    expect(resource.aws_cognito_user_pool_client?.partner).toMatchObject({
      user_pool_id: output('user_pool_id'),
      allowed_oauth_scopes: [`${output('reports_identifier')}/read`],
    });
    expect(resource.aws_cognito_identity_pool?.visitors?.cognito_identity_providers).toEqual([
      {
        client_id: output('app_client_id'),
        provider_name: output('user_pool_endpoint'),
        server_side_token_check: true,
      },
    ]);
    expect(resource.aws_cognito_user_group?.admins).toMatchObject({ user_pool_id: output('user_pool_id') });
    expect(resource.aws_api_gateway_authorizer?.users).toMatchObject({ provider_arns: [output('user_pool_arn')] });
    expect(resource.aws_api_gateway_method?.get_reports).toMatchObject({ authorization_scopes: ['reports/read'] });
  });

  it('uses pools made elsewhere, of its own account and of another, beside that one', () => {
    const ofPartner = 'arn:aws:cognito-idp:eu-west-1:222222222222:userpool/eu-west-1_Xy9';
    const stacks = synthIn(workspace, (app) =>
      besideIdentity(app, (stack) => {
        const legacy = UserPool.fromId(stack, 'legacy', 'eu-west-1_Ab1');
        addApi(stack, { users: legacy }, 'legacy/read');
        const partner = UserPool.fromArn(stack, 'partner', ofPartner);
        const people = UserPoolClient.fromId(stack, 'people', { clientId: '1h57kf5cpq17m0eml12', userPool: partner });
        new IdentityPool(stack, 'visitors', { name: 'visitors', clients: [people] });
      }),
    );

    const { resource } = stacks['test-team']!;
    expect(resource.aws_api_gateway_authorizer?.users).toMatchObject({
      provider_arns: ['arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_Ab1'],
    });
    expect(resource.aws_cognito_identity_pool?.visitors?.cognito_identity_providers).toMatchObject([
      { provider_name: 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Xy9' },
    ]);
  });

  it('reads no state for the name of a scope', () => {
    const stacks = synthIn(workspace, (app) =>
      besideIdentity(app, (stack, { reports }) => {
        new CognitoUserGroup(stack, 'admins', { name: reports.scope('read').scopeName, userPoolId: 'eu-west-1_Ab1' });
      }),
    );

    expect(stacks['test-team']?.data).toEqual({});
  });

  it('fails at synthesis when a route asks for a scope that no resource server has, naming both places', () => {
    const misspelt = () =>
      synthesize({ outdir }, (app) =>
        besideIdentity(app, (stack, identity) => addApi(stack, identity, 'reports/reed')),
      );

    expect(misspelt).toThrow(PostureError);
    expect(misspelt).toThrow(
      /GET \/reports {2}\(rule unknown-scope\)\n {2}where .*test-team\/api[^]* {2}found {5}It asks for the scope reports\/reed, which no resource server of its user pools has\. They have reports\/read, reports\/write at test-identity\/users\/reports\/Resource[^]* {2}to do {5}Did you mean "reports\/read"\?/,
    );
  });
});
