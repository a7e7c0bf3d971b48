import { type RestApi } from '@gatehouse/surface';
import { type CallerOf } from '../../emulator/caller';
import { type HandledRequest } from '../../requests-log';
import { type Answer, type GatewayRequest } from '../exchange';
import { type HeldFunctions } from '../functions/functions';
import { handleRest } from '../handle';
import { poolKeyCache, type PoolKeys } from '../request/pool-keys';
import { TokenHolders } from '../request/token-holders';
import { UsagePlans } from '../request/usage-plans';
import { Services } from '../services';
import { loadStages } from '../stages';
import { aMachineClient, issuer } from './surface';
import { createTokenSigner, type TokenSigner } from './token-signer';

/** The gateway without a socket, and what it printed beside its answers. */
export interface TestGateway {
  call(request: string, more?: { headers?: [string, string][]; body?: string | Buffer }): Promise<Seen>;
  readonly accessLog: string[];
  readonly requests: HandledRequest[];
  /** Events that the function got. */
  readonly events: Record<string, unknown>[];
}

/** An answer, easy to compare. */
export interface Seen {
  readonly status: number;
  readonly body: string;
  /** Value of a header in any case; several are joined as HTTP does. */
  header(name: string): string | undefined;
  readonly headers: readonly [string, string][];
}

let signer: Promise<TokenSigner> | undefined;

/** One signer for a test file; making a key takes a while. */
export const testSigner = (): Promise<TokenSigner> => (signer ??= createTokenSigner());

/** What a pool publishes whose tokens that signer signs. */
export const testKeys: PoolKeys = async () => ({ keys: [(await testSigner()).key] });

/**
 * @param result What the function returns, as JSON.
 * @param callerOf Whose AWS credentials sign requests.
 */
export async function testGateway(
  api: RestApi,
  result: (event: Record<string, unknown>) => Promise<string> | string = () => '{}',
  callerOf?: CallerOf,
): Promise<TestGateway> {
  const accessLog: string[] = [];
  const requests: HandledRequest[] = [];
  const events: Record<string, unknown>[] = [];
  const functions: HeldFunctions = {
    invoke: async (_arn, text) => {
      const event = JSON.parse(text) as Record<string, unknown>;
      events.push(event);
      return result(event);
    },
    release: () => undefined,
  };
  const holders = new TokenHolders();
  holders.load({ clients: [aMachineClient()] });
  const jwksCache = poolKeyCache(testKeys);
  const stages = loadStages(api, new Map(), {
    jwksCache,
    holders,
    services: new Services(),
    callerOf,
    usagePlans: new UsagePlans(() => Promise.resolve(undefined)),
  });
  const hooks = {
    holdFunctions: () => functions,
    onAccessLog: (line: string) => accessLog.push(line),
    onRequest: (request: HandledRequest) => requests.push(request),
  };
  return {
    accessLog,
    requests,
    events,
    call: async (request, more) => see(await handleRest({ api, stages }, aRequest(request, more), hooks)),
  };
}

/** `GET /local/me?a=1` */
export function aRequest(
  request: string,
  { headers = [], body = '' }: { headers?: [string, string][]; body?: string | Buffer } = {},
): GatewayRequest {
  const [method, target] = request.split(' ') as [string, string];
  return {
    method,
    target,
    rawHeaders: [['Host', 'abc.example.com:4510'] as [string, string], ...headers].flat(),
    body: Buffer.from(body),
    sourceIp: '127.0.0.1',
    protocol: 'HTTP/1.1',
  };
}

export const see = ({ status, headers, body }: Answer): Seen => ({
  status,
  body: body.toString(),
  headers,
  header: (name) => {
    const found = headers.filter(([key]) => key.toLowerCase() === name.toLowerCase());
    return found.length > 0 ? found.map(([, value]) => value).join(', ') : undefined;
  },
});

/** A good ID token of the test pool; claims replace or add. */
export async function idToken(claims: Record<string, unknown> = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return (await testSigner()).sign({
    sub: 'user-1',
    iss: issuer,
    aud: 'app-client',
    token_use: 'id',
    email: 'ada@example.com',
    auth_time: now,
    iat: now,
    exp: now + 3600,
    ...claims,
  });
}

/** A good access token of the test pool with these scopes. */
export async function accessToken(scope: string, claims: Record<string, unknown> = {}): Promise<string> {
  return idToken({ token_use: 'access', aud: undefined, client_id: 'app-client', scope, ...claims });
}

export const bearer = (token: string): { headers: [string, string][] } => ({
  headers: [['Authorization', `Bearer ${token}`]],
});
