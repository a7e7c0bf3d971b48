import { type Client, type MachineClient, type UserPool } from '@gatehouse/playground/contract';
import { type UserPool as Pool, type UserPoolClient } from '@gatehouse/surface';
import { isMachine } from '@gatehouse/terraform';
import { namesOf, type Names } from './names';
import { passwordPolicyOf } from './password-policy';
import { type Shown } from './shown';

/** @param callbackUrl where the page is sent back to by sign-in pages */
export function userPoolsOf(shown: Shown, callbackUrl: string): UserPool[] {
  const names = namesOf(shown);
  return shown.surface.userPools.map((pool) => {
    const clients = shown.surface.clients.filter(({ userPoolId }) => userPoolId === pool.id);
    const people = clients.filter((client) => !isMachine(client));
    return {
      ...factsOf(pool, names),
      signInUrl: shown.frontDoor.urlOf(pool.id),
      identityProviders: [...new Set(people.flatMap(({ identityProviders }) => identityProviders))].filter(isOther),
      clients: people
        .map((client) => clientOf(client, names.client(client), callbackUrl))
        .sort((one, other) => usefulness(other) - usefulness(one)),
      machineClients: machinesOf(pool, shown, names),
      people: shown.pools.find((access) => access.pool.id === pool.id)?.people ?? [],
    };
  });
}

type Facts = Omit<UserPool, 'clients' | 'identityProviders' | 'machineClients' | 'people' | 'signInUrl'>;

const factsOf = (pool: Pool, names: Names): Facts => ({
  ...{ id: pool.id, name: names.pool(pool), issuer: `https://${pool.endpoint}`, provider: pool.endpoint },
  ...{ selfSignUp: pool.selfSignUp, mfa: pool.mfa, mfaMethods: pool.mfa === 'OFF' ? [] : pool.mfaMethods },
  usernameAttributes: pool.usernameAttributes,
  requiredAttributes: pool.attributes
    .filter(({ name, required }) => required && name !== 'sub')
    .map(({ name }) => name),
  passwordPolicy: passwordPolicyOf(pool.passwordPolicy),
});

const isOther = (provider: string): boolean => provider !== 'COGNITO';

function clientOf(client: UserPoolClient, name: string, callbackUrl: string): Client {
  const { accessTokenValidity, authFlows, hasSecret, id, idTokenValidity, oauthEnabled } = client;
  const oauth = oauthEnabled ? client : { scopes: [], callbackUrls: [], logoutUrls: [] };
  const why = noSignInPage(client, callbackUrl);
  return {
    ...{ id, name, hasSecret },
    flows: {
      password: takes(authFlows, 'ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'),
      // https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
      srp: authFlows.length === 0 || takes(authFlows, 'ALLOW_USER_SRP_AUTH'),
      choice: takes(authFlows, 'ALLOW_USER_AUTH'),
      signInPage: why === undefined,
    },
    ...(why !== undefined && { noSignInPage: why }),
    ...{ scopes: oauth.scopes, callbackUrls: oauth.callbackUrls, logoutUrls: oauth.logoutUrls },
    ...{ idTokenMinutes: idTokenValidity / 60, accessTokenMinutes: accessTokenValidity / 60 },
  };
}

const takes = (flows: readonly string[], ...any: readonly string[]): boolean =>
  flows.some((flow) => any.includes(flow));

function noSignInPage(
  { callbackUrls, hasSecret, oauthEnabled, oauthFlows }: UserPoolClient,
  callbackUrl: string,
): string | undefined {
  if (!oauthEnabled) return 'The client has no OAuth flows, so no sign-in page.';
  if (!oauthFlows.includes('code')) return 'The client does not allow the code flow, which this page uses.';
  if (hasSecret) return 'The client has a secret, which a page cannot keep.';
  if (callbackUrls.includes(callbackUrl)) return undefined;
  return `The client’s callback URLs do not list ${callbackUrl}. Add it, and this page can sign in there.`;
}

/** How much this page can do with it. */
const usefulness = ({ flows, hasSecret }: Client): number =>
  hasSecret ? -1 : Object.values(flows).filter(Boolean).length;

function machinesOf(pool: Pool, { frontDoor, machines }: Shown, names: Names): MachineClient[] {
  return machines
    .filter(({ client }) => client.userPoolId === pool.id)
    .map(({ client, secret }) => ({
      ...{ id: client.id, name: names.client(client), secret, scopes: client.scopes },
      tokenUrl: `${frontDoor.urlOf(pool.id)}/oauth2/token`,
    }));
}
