import { type CallerToken, type UserPool } from '@gatehouse/surface';
import { clientsByName, isMachine } from '@gatehouse/terraform';
import { type PoolAccess } from '../up/demo-users';
import { machineToken, tokenUrlOf } from '../up/machines';
import { signIn } from '../up/sign-in';
import { type Running } from '../live/running';
import { type CheckResult } from './check';
import { accessClaims, idClaims } from './claims';
import { gatherSigners, type Signer } from './signers';

/** Someone who calls a route, and what they show. */
export interface Caller {
  /** `with the ID token` */
  readonly name: string;
  /** Absent: without a token. */
  readonly shows?: CallerToken & {
    readonly token: string;
    readonly poolArn: string;
    /** `aud`; access tokens have none. */
    readonly audience?: string;
    /** `client_id` of an access token. */
    readonly clientId?: string;
  };
  /** Absent: the request is not signed with AWS credentials. */
  readonly signs?: Signer;
}

/** Who calls, which checks were made on the way to their tokens, and what could not be tried. */
export interface Callers {
  readonly callers: readonly Caller[];
  readonly results: readonly CheckResult[];
  readonly notTried: readonly NotTried[];
}

export interface NotTried {
  readonly name: string;
  readonly why: string;
}

export type SmokeContext = Pick<
  Running,
  'cognito' | 'emulator' | 'environment' | 'machines' | 'outputs' | 'pools' | 'sign' | 'surface'
>;

/**
 * Anonymous, a person of each pool with both tokens, each machine client with each of its scopes, and holders of AWS
 * credentials.
 */
export async function gatherCallers(context: SmokeContext): Promise<Callers> {
  const people = await Promise.all(context.pools.map((access) => personOf(access, context)));
  const signers = await gatherSigners(
    context,
    people.flatMap(({ callers }) => callers),
  );
  return {
    callers: [
      { name: 'without a token' },
      ...people.flatMap(({ callers }) => callers),
      ...(await machineCallers(context)),
      ...signers.callers,
    ],
    results: [...people.flatMap(({ results }) => results), ...signers.results],
    notTried: [...people.flatMap(({ notTried }) => notTried), ...signers.notTried],
  };
}

async function personOf(access: PoolAccess, context: SmokeContext): Promise<Callers> {
  const { demoUser, name, passwordClient, pool } = access;
  const { environment, outputs, pools, sign, surface } = context;
  const ofPool = pools.length > 1 ? ` of ${name}` : '';
  const client = passwordClient?.client ?? [...clientsByName(environment, surface, pool).values()].find(notMachine);
  const signing = `sign in to ${name} with a password`;
  if (client === undefined) {
    const why = 'the pool has no client that people sign in with';
    return { callers: [], results: [], notTried: [{ name: `people of ${name}`, why }] };
  }
  const found =
    passwordClient && (await signIn({ ...context, endpoint: outputs.cognitoEndpoint }, pool, passwordClient, demoUser));
  const tokens = found ?? {
    idToken: await sign(pool.id, idClaims(pool, client.id, demoUser)),
    accessToken: await sign(pool.id, accessClaims(pool, client.id, [OWN_SCOPE])),
  };
  const { arn: poolArn } = pool;
  const callers: Caller[] = [
    {
      name: `with the ID token${ofPool}`,
      shows: { token: tokens.idToken, use: 'id', scopes: [], poolArn, audience: client.id },
    },
    {
      name: `with the user’s own access token${ofPool}`,
      shows: { token: tokens.accessToken, use: 'access', scopes: [OWN_SCOPE], poolArn, clientId: client.id },
    },
  ];
  if (found)
    return { callers, results: [{ name: signing, ok: true, expected: 'tokens', found: 'tokens' }], notTried: [] };
  const why = passwordClient ? 'the pool asks for more than the password' : 'no client of the pool takes a password';
  return { callers, results: [], notTried: [{ name: signing, why: `${why}; the person’s tokens are signed here` }] };
}

async function machineCallers({ machines, outputs, surface }: SmokeContext): Promise<Caller[]> {
  const each = machines.flatMap((machine) => machine.client.scopes.map((scope) => ({ machine, scope })));
  const callers = each.map(async ({ machine, scope }): Promise<Caller[]> => {
    const pool = surface.userPools.find(({ id }) => id === machine.client.userPoolId);
    return pool ? [await machineCaller(pool, machine, scope)] : [];
  });
  return (await Promise.all(callers)).flat();

  async function machineCaller({ arn: poolArn }: UserPool, machine: (typeof machines)[number], scope: string) {
    const token = await machineToken(tokenUrlOf(outputs, machine.client), machine, scope);
    const name = `with client ${machine.client.name}, scope ${scope}`;
    const clientId = machine.client.id;
    return { name, shows: { token, use: 'access' as const, scopes: [scope], poolArn, clientId } };
  }
}

const notMachine = (client: Parameters<typeof isMachine>[0]): boolean => !isMachine(client);

/** What Cognito gives a person who signs in without the sign-in pages. */
const OWN_SCOPE = 'aws.cognito.signin.user.admin';
