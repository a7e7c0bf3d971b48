import { type Internal } from '../emulator';
import { type DoorPool } from './pool';

/** Someone who signed in, or what Cognito asks for next. */
export type SignInStep =
  | { readonly username: string }
  | {
      readonly challenge: string;
      readonly session: string;
      readonly parameters: Readonly<Record<string, string>>;
    };

/** What an authorization code stands for. */
export interface Grant {
  readonly clientId: string;
  readonly username: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly nonce?: string;
  readonly codeChallenge?: string;
  readonly resource?: string;
}

export interface Tokens {
  readonly access_token: string;
  readonly id_token?: string;
  readonly refresh_token?: string;
  readonly expires_in: number;
}

/** Claims of someone who signed in at another provider. */
export interface FederatedPerson {
  readonly clientId: string;
  readonly provider: string;
  readonly idToken: Readonly<Record<string, unknown>>;
  readonly userInfo: Readonly<Record<string, unknown>>;
}

/**
 * The emulator has users, codes, sessions, keys and tokens; these are its operations for the pages of one pool. Each fails with
 * `EmulatorRefusal` as AWS would.
 */
export function doorEmulator(emulator: { readonly url: string; readonly internal: Internal }, poolId: string) {
  const ask = <T>(operation: string, body: object = {}) =>
    emulator.internal<T>(`front-door-${operation}`, { poolId, ...body });
  return {
    poolId,
    pool: () => ask<DoorPool>('pool'),
    signIn: (person: { clientId: string; username: string; password: string }) => ask<SignInStep>('sign-in', person),
    respond: (answer: {
      clientId: string;
      session: string;
      challenge: string;
      responses: Readonly<Record<string, string>>;
    }) => ask<SignInStep>('respond', answer),
    federate: (person: FederatedPerson) => ask<{ username: string }>('federate', person),
    openSession: async (username: string) => (await ask<{ session: string }>('open-session', { username })).session,
    /** The person of the first of these sessions that is live and of this pool. */
    findSession: (sessions: readonly string[]) =>
      ask<{ session?: string; username?: string }>('find-session', { sessions }),
    closeSession: (session: string) => ask('close-session', { session }),
    makeCode: async (grant: Grant) => (await ask<{ code: string }>('make-code', grant)).code,
    /** Tokens without a code (implicit grant). */
    grantTokens: (grant: Grant) => ask<Tokens>('grant-tokens', grant),
    redeem: (redemption: { clientId: string; code: string; redirectUri: string; verifier: string | null }) =>
      ask<Tokens>('redeem', redemption),
    refresh: (clientId: string, refreshToken: string) => ask<Tokens>('refresh', { clientId, refreshToken }),
    machineToken: (clientId: string, scopes: readonly string[], metadata: string | null) =>
      ask<Tokens>('machine-token', { clientId, scopes, metadata }),
    userInfo: (accessToken: string) => ask<Record<string, unknown>>('user-info', { accessToken }),
    /** A public operation of the Cognito API, as an application calls it. */
    api: (operation: string, body: object) => callApi(emulator.url, operation, body),
    /** Tells the emulator where the pool is served from now on. */
    serve: (url: string) => ask('serve', { url }),
    wellKnown: async (document: 'jwks.json' | 'openid-configuration') =>
      (await fetch(`${emulator.url}/${poolId}/.well-known/${document}`)).text(),
  };
}

export type DoorEmulator = ReturnType<typeof doorEmulator>;

/** An error of the Cognito API. */
export class ApiRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

async function callApi(url: string, operation: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(body),
  });
  const answer = JSON.parse((await response.text()) || '{}') as Record<string, unknown>;
  if (response.ok) return answer;
  const code = String(response.headers.get('x-amzn-errortype') ?? answer['__type'] ?? 'InternalFailure');
  throw new ApiRefusal(code.replace(/:.*/, ''), String(answer['message'] ?? answer['Message'] ?? code));
}
