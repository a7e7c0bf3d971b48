import { type CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { inventPerson, signUpAndConfirm } from '../up/demo-user';
import { type Facts, type MachineClient } from '../up/facts';
import { type CheckResult, evaluate } from './check';
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

const unauthorized = '{"message":"Unauthorized"}';

/** Signs a user up and calls the running API over HTTP, as allowed and as forbidden. */
export async function smokeTest(context: SmokeContext): Promise<CheckResult[]> {
  const { facts, cognito, machine, origin } = context;
  const { apiUrl } = facts;
  const results: CheckResult[] = [];
  const check = async (
    name: string,
    url: string,
    init: RequestInit,
    expected: Parameters<typeof evaluate>[2],
  ) => {
    results.push(evaluate(name, await call(url, init), expected));
  };

  const person = inventPerson(`smoke-${Date.now()}`);
  await signUpAndConfirm(cognito, { userPoolId: facts.userPoolId, clientId: facts.appClientId }, person);
  const tokens = await signIn(facts.cognitoEndpoint, facts.appClientId, person);
  results.push({
    name: 'sign up, confirm, sign in with USER_PASSWORD_AUTH',
    ok: Boolean(tokens.idToken && tokens.accessToken),
    expected: 'tokens',
    found: 'tokens',
  });
  const scoped = await machineToken(facts.tokenUrl, machine, 'reports/read');
  const writer = await machineToken(facts.tokenUrl, machine, 'reports/write');

  await check('GET /health, public', `${apiUrl}/health`, {}, { status: 200 });
  await check('GET /me with the ID token', `${apiUrl}/me`, withToken(tokens.idToken), {
    status: 200,
    json: {
      says: 'the caller’s claims',
      holds: (me: { claims?: { email?: string } }) => me.claims?.email === person.email,
    },
  });
  await check('GET /me without a token', `${apiUrl}/me`, {}, { status: 401, body: unauthorized });
  await check('GET /me with a tampered token', `${apiUrl}/me`, withToken(tamper(tokens.idToken)), {
    status: 401,
    body: unauthorized,
  });
  await check('GET /me with an expired token', `${apiUrl}/me`, withToken(await expiredToken(context)), {
    status: 401,
    body: '{"message":"The incoming token has expired"}',
  });
  await check('GET /me with another pool’s token', `${apiUrl}/me`, withToken(await otherPoolToken(context)), {
    status: 401,
    body: unauthorized,
  });
  await check('GET /me with the access token', `${apiUrl}/me`, withToken(tokens.accessToken), {
    status: 401,
    body: unauthorized,
  });
  await check('GET /reports with scope reports/read', `${apiUrl}/reports`, withToken(scoped), {
    status: 200,
  });
  await check('GET /reports/{id} with scope reports/read', `${apiUrl}/reports/1`, withToken(scoped), {
    status: 200,
  });
  await check(
    'GET /reports with the user’s own access token',
    `${apiUrl}/reports`,
    withToken(tokens.accessToken),
    {
      status: 401,
      body: unauthorized,
    },
  );
  await check('GET /reports with an ID token', `${apiUrl}/reports`, withToken(tokens.idToken), {
    status: 401,
    body: unauthorized,
  });
  await check(
    'POST /reports with scope reports/read only',
    `${apiUrl}/reports`,
    post(scoped, { title: 'Q3' }),
    {
      status: 401,
      body: unauthorized,
    },
  );
  await check('POST /reports with a bad body', `${apiUrl}/reports`, post(writer, { title: 3 }), {
    status: 400,
    body: '{"message":"Invalid request body"}',
  });
  await check('POST /reports with a good body', `${apiUrl}/reports`, post(writer, { title: 'Q3' }), {
    status: 201,
  });
  await check('OPTIONS /me from an allowed origin, no token', `${apiUrl}/me`, preflight(origin), {
    status: 204,
    headers: { 'access-control-allow-origin': origin },
  });
  await check(
    'a 401 carries the CORS headers',
    `${apiUrl}/me`,
    { headers: { Origin: origin } },
    {
      status: 401,
      headers: { 'access-control-allow-origin': origin },
    },
  );
  await check(
    'an unknown path',
    `${apiUrl}/nowhere`,
    {},
    {
      status: 403,
      body: '{"message":"Missing Authentication Token"}',
    },
  );
  return results;
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
