import { type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { inventPerson, signUpAndConfirm } from '../up/demo-user';
import { type Facts, type MachineClient } from '../up/facts';
import { type CheckResult, evaluate, type Expectation } from './check';
import { call, withToken } from './http';
import { expiredToken, otherPoolToken, tamper } from './hostile-tokens';
import { machineToken, signIn } from './sign-in';

export interface SmokeContext {
  readonly facts: Facts;
  readonly machine: MachineClient;
  readonly cognito: CognitoIdentityProviderClient;
  /** An origin that the environment's CORS setting allows. */
  readonly origin: string;
  /** Signs claims with a key that the gateway trusts. */
  readonly sign: (claims: Record<string, unknown>) => Promise<string>;
}

/** Signs a user up and calls the running API over HTTP, as allowed and as forbidden. */
export async function smokeTest(context: SmokeContext): Promise<CheckResult[]> {
  const { facts, cognito, machine, origin } = context;
  const person = inventPerson(`smoke-${Date.now()}`);
  await signUpAndConfirm(cognito, { userPoolId: facts.userPoolId, clientId: facts.appClientId }, person);
  const tokens: Tokens = {
    ...(await signIn(facts.cognitoEndpoint, facts.appClientId, person)),
    expired: await expiredToken(context),
    otherPool: await otherPoolToken(context),
    reader: await machineToken(facts.tokenUrl, machine, 'reports/read'),
    writer: await machineToken(facts.tokenUrl, machine, 'reports/write'),
  };
  const name = 'sign up, confirm, sign in with USER_PASSWORD_AUTH';
  const ok = Boolean(tokens.idToken && tokens.accessToken);
  const results: CheckResult[] = [{ name, ok, expected: 'tokens', found: 'tokens' }];
  const requests = [...meRequests(tokens, person.email), ...reportRequests(tokens), ...otherRequests(origin)];
  for (const [name, path, init, expected] of requests) {
    results.push(evaluate(name, await call(`${facts.apiUrl}${path}`, init), expected));
  }
  return results;
}

interface Tokens extends Awaited<ReturnType<typeof signIn>> {
  readonly expired: string;
  readonly otherPool: string;
  /** Access tokens of the machine client, with one scope. */
  readonly reader: string;
  readonly writer: string;
}

type Request = readonly [name: string, path: string, init: RequestInit, expected: Expectation];

const UNAUTHORIZED: Expectation = { status: 401, body: '{"message":"Unauthorized"}' };

function meRequests({ idToken, accessToken, expired, otherPool }: Tokens, email: string): Request[] {
  const holds = (me: { claims?: { email?: string } }): boolean => me.claims?.email === email;
  const claims: Expectation = { status: 200, json: { says: 'the caller’s claims', holds } };
  const tooOld: Expectation = { status: 401, body: '{"message":"The incoming token has expired"}' };
  return [
    ['GET /me with the ID token', '/me', withToken(idToken), claims],
    ['GET /me without a token', '/me', {}, UNAUTHORIZED],
    ['GET /me with a tampered token', '/me', withToken(tamper(idToken)), UNAUTHORIZED],
    ['GET /me with an expired token', '/me', withToken(expired), tooOld],
    ['GET /me with another pool’s token', '/me', withToken(otherPool), UNAUTHORIZED],
    ['GET /me with the access token', '/me', withToken(accessToken), UNAUTHORIZED],
  ];
}

function reportRequests({ idToken, accessToken, reader, writer }: Tokens): Request[] {
  const path = '/reports';
  const invalid: Expectation = { status: 400, body: '{"message":"Invalid request body"}' };
  return [
    ['GET /reports with scope reports/read', path, withToken(reader), { status: 200 }],
    ['GET /reports/{id} with scope reports/read', '/reports/1', withToken(reader), { status: 200 }],
    ['GET /reports with the user’s own access token', path, withToken(accessToken), UNAUTHORIZED],
    ['GET /reports with an ID token', path, withToken(idToken), UNAUTHORIZED],
    ['POST /reports with scope reports/read only', path, post(reader, { title: 'Q3' }), UNAUTHORIZED],
    ['POST /reports with a bad body', path, post(writer, { title: 3 }), invalid],
    ['POST /reports with a good body', path, post(writer, { title: 'Q3' }), { status: 201 }],
  ];
}

function otherRequests(origin: string): Request[] {
  const headers = { 'access-control-allow-origin': origin };
  const missing: Expectation = { status: 403, body: '{"message":"Missing Authentication Token"}' };
  return [
    ['GET /health, public', '/health', {}, { status: 200 }],
    ['OPTIONS /me from an allowed origin, no token', '/me', preflight(origin), { status: 204, headers }],
    ['a 401 carries the CORS headers', '/me', { headers: { Origin: origin } }, { status: 401, headers }],
    ['an unknown path', '/nowhere', {}, missing],
  ];
}

const post = (token: string, body: unknown): RequestInit => ({
  method: 'POST',
  headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

const preflight = (origin: string): RequestInit => ({
  method: 'OPTIONS',
  headers: {
    Origin: origin,
    'Access-Control-Request-Method': 'GET',
    'Access-Control-Request-Headers': 'authorization',
  },
});
