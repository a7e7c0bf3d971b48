import { type IdentityPool } from '@gatehouse/surface';
import { EmulatorRefusal } from '../emulator/internal';
import { roleCredentials } from '../emulator/caller';
import { type SigningKeys } from '../sigv4';
import { identityCredentials } from '../up/identity-credentials';
import { type Caller, type NotTried, type SmokeContext } from './callers';
import { type CheckResult } from './check';

/** Whose AWS credentials sign a request. */
export interface Signer {
  readonly keys: SigningKeys;
  readonly roleArn: string;
  readonly sessionName: string;
  /** Of an identity pool. */
  readonly identity?: { readonly id: string; readonly poolId: string; readonly guest: boolean };
}

export interface Signers {
  readonly callers: readonly Caller[];
  readonly results: readonly CheckResult[];
  readonly notTried: readonly NotTried[];
}

/**
 * Guests and signed-in people of each identity pool, and a role that is no identity pool's.
 *
 * @param people whose ID tokens identity pools may take
 */
export async function gatherSigners(context: SmokeContext, people: readonly Caller[]): Promise<Signers> {
  const { identityPools } = context.surface;
  const each = await Promise.all(
    identityPools.map(async (pool) => {
      const ofPool = identityPools.length > 1 ? ` of ${pool.name}` : '';
      const guest = await guestOf(pool, ofPool, context);
      const signedIn = await Promise.all(people.map((person) => signedInOf(pool, ofPool, person, context)));
      return [guest, ...signedIn.flatMap((one) => one ?? [])];
    }),
  );
  const all = [...each.flat(), ...(await otherRole(context))];
  return {
    callers: all.flatMap(({ caller }) => caller ?? []),
    results: all.flatMap(({ result }) => result ?? []),
    notTried: all.flatMap(({ notTried }) => notTried ?? []),
  };
}

interface Tried {
  readonly caller?: Caller;
  readonly result?: CheckResult;
  readonly notTried?: NotTried;
}

/** Where guests are off, they must be refused. */
async function guestOf(pool: IdentityPool, ofPool: string, context: SmokeContext): Promise<Tried> {
  const name = `AWS credentials of a guest${ofPool}`;
  const expected = pool.guests ? 'credentials' : 'NotAuthorizedException';
  const found = await credentialsOrCode(pool, {}, context);
  const result = { name, expected, ok: true };
  if (typeof found === 'string') return { result: { ...result, ok: found === expected, found } };
  return {
    result: { ...result, ok: pool.guests, found: 'credentials' },
    caller: {
      name: `signed by a guest${ofPool}`,
      signs: signerOf(found, pool.unauthenticatedRole?.arn ?? '', { poolId: pool.id, guest: true }),
    },
  };
}

async function signedInOf(
  pool: IdentityPool,
  ofPool: string,
  { name, shows }: Caller,
  context: SmokeContext,
): Promise<Tried | undefined> {
  const by = pool.userPoolClients.find(({ clientId }) => clientId === shows?.audience);
  if (shows === undefined || by === undefined) return undefined;
  const what = `AWS credentials ${name}${ofPool}`;
  if (pool.roleMappings.length > 0) return { notTried: { name: what, why: 'role mappings choose the role' } };
  const found = await credentialsOrCode(pool, { [by.providerName]: shows.token }, context);
  const result = { name: what, expected: 'credentials' };
  if (typeof found === 'string') return { result: { ...result, ok: false, found } };
  return {
    result: { ...result, ok: true, found: 'credentials' },
    caller: {
      name: `signed by the user${ofPool}`,
      signs: signerOf(found, pool.authenticatedRole?.arn ?? '', { poolId: pool.id, guest: false }),
    },
  };
}

type Found = Awaited<ReturnType<typeof identityCredentials>>;

const signerOf = (
  { identityId, ...keys }: Found,
  roleArn: string,
  identity: { readonly poolId: string; readonly guest: boolean },
): Signer => ({ keys, roleArn, sessionName: 'CognitoIdentityCredentials', identity: { id: identityId, ...identity } });

const credentialsOrCode = (
  pool: IdentityPool,
  logins: Readonly<Record<string, string>>,
  { outputs }: SmokeContext,
): Promise<Found | string> =>
  identityCredentials(outputs.cognitoEndpoint, pool.id, logins).catch((error: unknown) => {
    if (error instanceof EmulatorRefusal) return error.code;
    throw error;
  });

/** Credentials that were good a minute ago, of any role. */
export function expiredCredentials({ emulator, surface }: SmokeContext): Promise<SigningKeys | undefined> {
  const [role] = surface.roles;
  if (role === undefined) return Promise.resolve(undefined);
  return roleCredentials(emulator.internal, { roleArn: role.arn, sessionName: 'smoke-test', seconds: -60 });
}

/** A function's, say: who has it signs well, and may call what its policies allow. */
async function otherRole({ emulator, surface }: SmokeContext): Promise<Tried[]> {
  const handedOut = surface.identityPools.flatMap((pool) => [
    pool.authenticatedRole?.arn,
    pool.unauthenticatedRole?.arn,
  ]);
  const role = surface.roles.find(({ arn }) => !handedOut.includes(arn));
  if (role === undefined) return [];
  const keys = await roleCredentials(emulator.internal, { roleArn: role.arn, sessionName: 'smoke-test', seconds: 900 });
  return [
    { caller: { name: `signed by role ${role.name}`, signs: { keys, roleArn: role.arn, sessionName: 'smoke-test' } } },
  ];
}
