import { createHash, randomBytes } from 'node:crypto';
import { type Emulator } from '../../src/emulator';
import { type FrontDoor, startFrontDoor } from '../../src/front-door';
import { Aws } from '../gaps/aws';
import { addProviders } from './providers';
import { Visitor, type Seen } from './visitor';

export const PASSWORD = 'Correct-horse-9';
export const CALLBACK = 'http://localhost:3000/callback';
export const ADA = 'ada@example.com';

/** A client as its application knows it. */
export interface Client {
  readonly id: string;
  readonly secret: string;
}

/** Two pools with pages. */
export interface Door {
  readonly aws: Aws;
  readonly emulator: Emulator;
  readonly front: FrontDoor;
  readonly poolId: string;
  readonly otherPoolId: string;
  /** What the terminal shows. */
  readonly refusals: string[];
  readonly url: string;
  readonly web: Client;
  /** Has a secret. */
  readonly server: Client;
  readonly machine: Client;
  /** Without OAuth. */
  readonly plain: Client;
  /** Of the other pool. */
  readonly foreign: Client;
  visitor(): Visitor;
  close(): Promise<void>;
}

const SCOPES = ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin', 'reports/read'];

export async function openDoor(emulator: Emulator): Promise<Door> {
  const aws = new Aws(emulator.url);
  const poolId = await makePool(aws, 'people');
  const otherPoolId = await makePool(aws, 'others');
  await addProviders(aws, poolId, 'Google', 'Corp', 'Adfs');
  const make = (name: string, settings: object) => makeClient(aws, poolId, name, settings);
  const oauth = { AllowedOAuthFlowsUserPoolClient: true, CallbackURLs: [CALLBACK, 'myapp://back'] };
  const signIn = {
    ...oauth,
    AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: SCOPES,
    LogoutURLs: ['http://localhost:3000/'],
    SupportedIdentityProviders: ['COGNITO', 'Google', 'Corp', 'Adfs'],
    PreventUserExistenceErrors: 'ENABLED',
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_PASSWORD_AUTH'],
  };
  const refusals: string[] = [];
  const onRefusal = (line: string) => refusals.push(line);
  const front = await startFrontDoor({ emulator, pools: [poolId, otherPoolId], onRefusal });
  const url = front.urlOf(poolId);
  return {
    ...{ aws, emulator, front, poolId, otherPoolId, refusals, url },
    web: await make('web', { ...signIn, AllowedOAuthFlows: ['code', 'implicit'] }),
    server: await make('server', { ...signIn, GenerateSecret: true }),
    machine: await make('machine', {
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: ['reports/read', 'reports/write'],
      GenerateSecret: true,
    }),
    plain: await make('plain', { CallbackURLs: [CALLBACK] }),
    foreign: await makeClient(aws, otherPoolId, 'foreign', { ...signIn, SupportedIdentityProviders: ['COGNITO'] }),
    visitor: () => new Visitor(url),
    close: () => front.close(),
  };
}

export async function makeClient(aws: Aws, UserPoolId: string, ClientName: string, settings: object): Promise<Client> {
  const { UserPoolClient } = await aws.idp('CreateUserPoolClient', { UserPoolId, ClientName, ...settings });
  return { id: UserPoolClient.ClientId, secret: UserPoolClient.ClientSecret ?? '' };
}

async function makePool(aws: Aws, PoolName: string): Promise<string> {
  const { UserPool } = await aws.idp('CreateUserPool', {
    PoolName,
    UsernameAttributes: ['email'],
    AutoVerifiedAttributes: ['email'],
    UsernameConfiguration: { CaseSensitive: false },
    MfaConfiguration: 'OPTIONAL',
    Schema: [
      { Name: 'email', AttributeDataType: 'String', Required: true, Mutable: true },
      { Name: 'team', AttributeDataType: 'String', Mutable: true },
    ],
  });
  const UserPoolId: string = UserPool.Id;
  const SoftwareTokenMfaConfiguration = { Enabled: true };
  await aws.idp('SetUserPoolMfaConfig', { UserPoolId, MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration });
  const Scopes = ['read', 'write'].map((ScopeName) => ({ ScopeName, ScopeDescription: ScopeName }));
  await aws.idp('CreateResourceServer', { UserPoolId, Identifier: 'reports', Name: 'Reports', Scopes });
  await addUser(aws, UserPoolId, ADA);
  return UserPoolId;
}

/** A confirmed user, or with a temporary password. */
export async function addUser(aws: Aws, UserPoolId: string, email: string, temporary?: string): Promise<void> {
  await aws.idp('AdminCreateUser', {
    UserPoolId,
    Username: email,
    MessageAction: 'SUPPRESS',
    TemporaryPassword: temporary,
    UserAttributes: [
      { Name: 'email_verified', Value: 'true' },
      { Name: 'given_name', Value: 'Ada' },
    ],
  });
  if (temporary) return;
  await aws.idp('AdminSetUserPassword', { UserPoolId, Username: email, Password: PASSWORD, Permanent: true });
}

/** A PKCE pair. */
export function pkce(): { readonly verifier: string; readonly challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** Query of an authorization request; null leaves a parameter out. */
export function asking(client: Client, more: Record<string, string | null> = {}): string {
  const all = { response_type: 'code', client_id: client.id, redirect_uri: CALLBACK, state: 'a b&c', ...more };
  return new URLSearchParams(
    Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== null),
  ).toString();
}

/** Signs in on the page. */
export async function signIn(
  visitor: Visitor,
  query: string,
  { password = PASSWORD, username = ADA }: { password?: string; username?: string } = {},
): Promise<Seen> {
  const began = await visitor.get(`/oauth2/authorize?${query}`);
  return visitor.fill(await visitor.get(began.location), { username, password });
}

/** The code that a person who signs in on the page brings back. */
export async function codeFor(door: Door, client: Client, more: Record<string, string | null> = {}): Promise<string> {
  const { params } = await signIn(door.visitor(), asking(client, more));
  return params.get('code') ?? '';
}

export interface OAuthAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, string>;
}

/** A form to an OAuth endpoint. */
export async function post(
  url: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<OAuthAnswer> {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(form), headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : {} };
}

export const basic = ({ id, secret }: Client): Record<string, string> => ({
  Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});

/** Tokens of a person who signs in on the page. */
export async function tokensFor(
  door: Door,
  client: Client = door.web,
  more: Record<string, string | null> = {},
): Promise<Record<string, string>> {
  const code = await codeFor(door, client, more);
  const form = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK, client_id: client.id };
  const { body, status } = await post(`${door.url}/oauth2/token`, form, client.secret ? basic(client) : {});
  if (status !== 200) throw new Error(`No tokens: ${status} ${JSON.stringify(body)}`);
  return body;
}
