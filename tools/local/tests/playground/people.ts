import { type IdentityPool, type RestApi, type Role, type Surface, type UserPoolClient } from '@gatehouse/surface';
import { aMachineClient, aPool, region } from '../../src/gateway/testing/surface';
import { type Aws } from '../gaps/aws';
import { addIdentityPool, allow, makeRole, roleArn, trust } from '../gaps/identity-pool';

/** Who there is. */
export interface People {
  readonly poolId: string;
  readonly appId: string;
  readonly machineId: string;
  readonly identityPoolId: string;
  /** Of the app. */
  readonly callbackUrl: string;
}

export const API_ARN = `arn:aws:execute-api:${region}:123456789012:api1`;
const POOL_ADDRESS = aPool().address;
const [GUESTS, MEMBERS] = ['playground-guests', 'playground-members'];
const SCOPES = ['openid', 'email', 'reports/read', 'aws.cognito.signin.user.admin'];
const FLOWS = ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'];

/** @param callbackUrl of the playground */
export async function makePeople(aws: Aws, callbackUrl: string): Promise<People> {
  const poolId = await makePool(aws);
  const client = async (ClientName: string, settings: object): Promise<string> =>
    (await aws.idp('CreateUserPoolClient', { UserPoolId: poolId, ClientName, ...settings })).UserPoolClient.ClientId;
  const oauth = { AllowedOAuthFlowsUserPoolClient: true, SupportedIdentityProviders: ['COGNITO'] };
  const appId = await client('gatehouse-local-app', {
    ...{ ...oauth, AllowedOAuthFlows: ['code'], AllowedOAuthScopes: SCOPES, ExplicitAuthFlows: FLOWS },
    ...{ CallbackURLs: [callbackUrl], LogoutURLs: [callbackUrl] },
  });
  const machineId = await client('gatehouse-local-machine', {
    ...{ ...oauth, AllowedOAuthFlows: ['client_credentials'], AllowedOAuthScopes: ['reports/read'] },
    GenerateSecret: true,
  });
  return { poolId, appId, machineId, callbackUrl, identityPoolId: await makeIdentityPool(aws, poolId, appId) };
}

async function makePool(aws: Aws): Promise<string> {
  const { UserPool } = await aws.idp('CreateUserPool', {
    ...{ PoolName: 'gatehouse-local-users', UsernameAttributes: ['email'], AutoVerifiedAttributes: ['email'] },
    ...{ UsernameConfiguration: { CaseSensitive: false }, MfaConfiguration: 'OPTIONAL' },
    Schema: [{ Name: 'email', AttributeDataType: 'String', Required: true, Mutable: true }],
  });
  const UserPoolId: string = UserPool.Id;
  const SoftwareTokenMfaConfiguration = { Enabled: true };
  await aws.idp('SetUserPoolMfaConfig', { UserPoolId, MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration });
  const Scopes = [{ ScopeName: 'read', ScopeDescription: 'Read reports' }];
  await aws.idp('CreateResourceServer', { UserPoolId, Identifier: 'reports', Name: 'Reports', Scopes });
  return UserPoolId;
}

async function makeIdentityPool(aws: Aws, poolId: string, app: string): Promise<string> {
  await makeRole(aws, GUESTS, trust('unauthenticated'));
  await makeRole(aws, MEMBERS, trust('authenticated'));
  await allow(aws, GUESTS, 'execute-api:Invoke', `${API_ARN}/local/GET/prices`);
  await allow(aws, MEMBERS, 'execute-api:Invoke', `${API_ARN}/local/GET/*`);
  const Roles = { unauthenticated: roleArn(GUESTS), authenticated: roleArn(MEMBERS) };
  return addIdentityPool(aws, { provider: providerOf(poolId), app }, {}, { Roles });
}

const providerOf = (poolId: string): string => `cognito-idp.${region}.amazonaws.com/${poolId}`;

/** The same people, as Terraform would have applied them. */
export function peopleSurface(people: People, { executionArn }: RestApi): Partial<Surface> {
  const { appId, callbackUrl, identityPoolId, machineId, poolId } = people;
  const pool = aPool({
    ...{
      id: poolId,
      arn: `arn:aws:cognito-idp:${region}:123456789012:userpool/${poolId}`,
      endpoint: providerOf(poolId),
    },
    ...{ name: 'gatehouse-local-users', selfSignUp: true, mfa: 'OPTIONAL', mfaMethods: ['TOTP'] },
    ...{ usernameAttributes: ['email'], autoVerifiedAttributes: ['email'] },
    attributes: [{ name: 'email', type: 'String', mutable: true, required: true, constraints: {} }],
    passwordPolicy: {
      ...{ minLength: 8, requireLowercase: true, requireUppercase: true, requireDigits: true, requireSymbols: true },
      ...{ historySize: 0, temporaryPasswordValidity: 7 },
    },
  });
  const clients = [appClient(appId, poolId, callbackUrl), machineClient(machineId, poolId)];
  const identityPool = {
    ...{
      address: 'aws_cognito_identity_pool.people',
      id: identityPoolId,
      name: 'gatehouse-local-people',
      guests: true,
    },
    ...{ classicFlow: false, otherProviders: [], roleMappings: [], principalTags: [] },
    userPoolClients: [{ clientId: appId, providerName: providerOf(poolId), serverSideTokenCheck: false }],
    ...{ authenticatedRole: { arn: roleArn(MEMBERS) }, unauthenticatedRole: { arn: roleArn(GUESTS) } },
  } as IdentityPool;
  const roles = [role(GUESTS, `${executionArn}/local/GET/prices`), role(MEMBERS, `${executionArn}/local/GET/*`)];
  return { userPools: [pool], clients, identityPools: [identityPool], roles };
}

const common = (id: string, userPoolId: string, name: string) => ({
  ...{ address: `aws_cognito_user_pool_client.${name}`, id, userPoolId, userPool: POOL_ADDRESS },
  ...{ name: `gatehouse-local-${name}`, oauthEnabled: true, identityProviders: ['COGNITO'] },
  ...{ idTokenValidity: 3600, accessTokenValidity: 3600, callbackUrls: [], logoutUrls: [] },
});

const appClient = (id: string, poolId: string, callbackUrl: string): UserPoolClient =>
  aMachineClient({
    ...common(id, poolId, 'app'),
    callbackUrls: [callbackUrl],
    logoutUrls: [callbackUrl],
    hasSecret: false,
    oauthFlows: ['code'],
    scopes: SCOPES,
    authFlows: FLOWS,
  });

const machineClient = (id: string, poolId: string): UserPoolClient =>
  aMachineClient({ ...common(id, poolId, 'machine'), scopes: ['reports/read'] });

const role = (name: string, ...resources: string[]): Role => ({
  ...{ address: `aws_iam_role.${name}`, arn: roleArn(name), name, trust: [], managedPolicyArns: [] },
  policies: [
    {
      address: `aws_iam_role_policy.${name}`,
      statements: [
        {
          ...{ effect: 'Allow', actions: ['execute-api:Invoke'], notActions: [], resources, notResources: [] },
          ...{ principals: [], notPrincipals: [], conditions: [] },
        },
      ],
    },
  ],
});
