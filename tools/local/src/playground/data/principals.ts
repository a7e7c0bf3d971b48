import { type IdentityPool, type Role, type UserPool, type UserPoolClient } from '@gatehouse/surface';
import { isMachine } from '@gatehouse/terraform';
import { type Principal } from '@gatehouse/playground/contract';
import { type Shown as Credentials } from '../../smoke/expected';
import { namesOf, type Names } from './names';
import { type Shown } from './shown';

/** A principal, and what API Gateway sees of it. */
export interface Candidate {
  readonly principal: Principal;
  readonly shows: Credentials;
}

export const ANYONE = 'anyone';

/** Everyone whose credentials can be had here, in the order of the picture. */
export function candidatesOf(shown: Shown): Candidate[] {
  const { surface } = shown;
  const names = namesOf(shown);
  return [
    { principal: { id: ANYONE, kind: 'anyone', name: 'Anyone', scopes: [] }, shows: {} },
    ...surface.userPools.flatMap((pool) => tokensOf(pool, shown, names)),
    ...surface.identityPools.flatMap((pool) => identitiesOf(pool, names)),
    ...surface.roles.filter((role) => !isHandedOut(role, surface.identityPools)).map(roleOf),
  ];
}

/** What Cognito gives a person who signs in without the sign-in pages. */
const OWN_SCOPE = 'aws.cognito.signin.user.admin';

function tokensOf(pool: UserPool, { surface }: Shown, names: Names): Candidate[] {
  const clients = surface.clients.filter(({ userPoolId }) => userPoolId === pool.id);
  const people = clients.filter((client) => !isMachine(client));
  const poolName = names.pool(pool);
  const accessToken = (detail: string, scopes: readonly string[], client?: UserPoolClient): Candidate => ({
    principal: {
      ...{ id: `access-token ${client?.id ?? pool.id}`, kind: 'access-token', name: 'Person with an access token' },
      ...{ detail: `${poolName}, ${detail}`, poolId: pool.id, scopes, ...(client && { clientId: client.id }) },
    },
    shows: { shows: { use: 'access', scopes, poolArn: pool.arn, clientId: client?.id ?? people[0]?.id } },
  });
  return [
    ...(people.length > 0 ? [...idTokens(pool, people, names), accessToken('by password or SRP', [OWN_SCOPE])] : []),
    ...people
      .filter(({ oauthEnabled }) => oauthEnabled)
      .map((client) => accessToken(`client ${names.client(client)} by its sign-in page`, client.scopes, client)),
    ...clients.filter(isMachine).map((client) => machineOf(client, pool, names)),
  ];
}

/** One for all clients, unless an authorizer tells them apart. */
function idTokens(pool: UserPool, people: readonly UserPoolClient[], names: Names): Candidate[] {
  const idToken = (id: string, detail: string, audience: string | undefined, clientId?: string): Candidate => ({
    principal: {
      ...{ id: `id-token ${id}`, kind: 'id-token', name: 'Person with an ID token', detail },
      ...{ poolId: pool.id, scopes: [], ...(clientId !== undefined && { clientId }) },
    },
    shows: { shows: { use: 'id', scopes: [], poolArn: pool.arn, audience } },
  });
  if (!names.audienceMatters(pool)) return [idToken(pool.id, names.pool(pool), people[0]?.id)];
  return people.map(({ id, ...client }) =>
    idToken(id, `${names.pool(pool)}, client ${names.client({ id, ...client })}`, id, id),
  );
}

const machineOf = (client: UserPoolClient, pool: UserPool, names: Names): Candidate => ({
  principal: {
    ...{ id: `machine ${client.id}`, kind: 'machine', name: `Machine client ${names.client(client)}` },
    ...{ detail: names.pool(pool), poolId: pool.id, clientId: client.id, scopes: client.scopes },
  },
  shows: { shows: { use: 'access', scopes: client.scopes, poolArn: pool.arn, clientId: client.id } },
});

function identitiesOf(pool: IdentityPool, names: Names): Candidate[] {
  const identity = (kind: 'guest' | 'signed-in', name: string, roleArn: string): Candidate => ({
    principal: {
      ...{ id: `${kind} ${pool.id}`, kind, name, detail: names.identityPool(pool) },
      ...{ identityPoolId: pool.id, scopes: [] },
    },
    shows: {
      signs: {
        ...{ roleArn, sessionName: 'CognitoIdentityCredentials' },
        identity: { id: `${pool.id.split(':')[0]}:someone`, poolId: pool.id, guest: kind === 'guest' },
      },
    },
  });
  const { authenticatedRole, guests, unauthenticatedRole } = pool;
  return [
    ...(guests && unauthenticatedRole
      ? [identity('guest', 'Guest with AWS credentials', unauthenticatedRole.arn)]
      : []),
    ...(authenticatedRole
      ? [identity('signed-in', 'Signed-in person with AWS credentials', authenticatedRole.arn)]
      : []),
  ];
}

const roleOf = ({ arn, name }: Role): Candidate => ({
  principal: { id: `role ${arn}`, kind: 'role', name: `Role ${name}`, scopes: [] },
  shows: { signs: { roleArn: arn, sessionName: 'playground' } },
});

const isHandedOut = ({ arn }: Role, pools: readonly IdentityPool[]): boolean =>
  pools.some(({ authenticatedRole, unauthenticatedRole }) =>
    [authenticatedRole?.arn, unauthenticatedRole?.arn].includes(arn),
  );
