import { EmulatorRefusal } from '../../emulator';
import { notAllowed } from '../authorization-request';
import { type DoorContext, type Handler } from '../context';
import { type DoorEmulator, type Tokens } from '../door-emulator';
import { OAuthError } from '../errors';
import { type DoorClient, type DoorPool } from '../pool';
import { authenticateClient } from './client-authentication';
import { json } from './json';

/**
 * `POST /oauth2/token`
 * https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
 */
export const token: Handler = async (context) => {
  try {
    const tokens = await issue(context);
    return json(200, { ...tokens, token_type: 'Bearer' });
  } catch (error) {
    if (error instanceof OAuthError) return { ...json(400, { error: error.code }), why: error.why };
    if (error instanceof EmulatorRefusal && error.code !== 'InternalFailure') {
      return { ...json(400, { error: codeOf(error) }), why: error.message };
    }
    throw error;
  }
};

async function issue({ emulator, pool, request }: DoorContext): Promise<Tokens> {
  const { form } = request;
  const grant = form?.get('grant_type');
  if (!form || !grant) throw new OAuthError('invalid_request', 'expected a form with grant_type');
  if ([...form.keys()].some((name) => form.getAll(name).length > 1)) {
    throw new OAuthError('invalid_request', 'a field is there more than once');
  }
  const issuer = GRANTS[grant];
  if (!issuer) throw new OAuthError('unsupported_grant_type', `grant_type ${grant}`);
  return issuer({ client: authenticateClient(request, form, pool), emulator, form, pool });
}

interface Asked {
  readonly client: DoorClient;
  readonly emulator: DoorEmulator;
  readonly form: URLSearchParams;
  readonly pool: DoorPool;
}

const GRANTS: Readonly<Record<string, (asked: Asked) => Promise<Tokens>>> = {
  authorization_code: async ({ client, emulator, form }) => {
    const [code, redirectUri] = [form.get('code'), form.get('redirect_uri')];
    requireFlow(client, 'code');
    if (!code || !redirectUri) throw new OAuthError('invalid_request', 'expected code and redirect_uri');
    return emulator.redeem({ clientId: client.id, code, redirectUri, verifier: form.get('code_verifier') });
  },
  refresh_token: async ({ client, emulator, form }) => {
    const refreshToken = form.get('refresh_token');
    if (!client.oauthEnabled) throw new OAuthError('invalid_grant', `client ${client.id} has OAuth switched off`);
    if (!refreshToken) throw new OAuthError('invalid_request', 'expected refresh_token');
    return emulator.refresh(client.id, refreshToken);
  },
  client_credentials: async ({ client, emulator, form, pool }) => {
    // A client without a secret cannot have this grant.
    if (client.secret === undefined) throw new OAuthError('unauthorized_client', `client ${client.id} has no secret`);
    requireFlow(client, 'client_credentials');
    return emulator.machineToken(client.id, machineScopes(form.get('scope'), client, pool), metadataOf(form));
  },
};

function requireFlow({ flows, id, oauthEnabled }: DoorClient, flow: string): void {
  if (oauthEnabled && flows.includes(flow)) return;
  const found = oauthEnabled ? flows.join(', ') : 'no flows, as OAuth is switched off';
  throw new OAuthError('unauthorized_client', `client ${id} allows ${found}; expected ${flow}`);
}

/** Those asked for, all of the client's when none is; only scopes of resource servers. */
function machineScopes(asked: string | null, client: DoorClient, { customScopes }: DoorPool): string[] {
  const allowed = client.scopes.filter((scope) => customScopes.includes(scope));
  const wanted = asked?.split(' ').filter(Boolean) ?? [];
  const unknown = wanted.filter((scope) => !allowed.includes(scope));
  if (unknown.length > 0) throw new OAuthError('invalid_scope', notAllowed(client, unknown));
  return wanted.length > 0 ? wanted : allowed;
}

/** Goes to the pre token generation trigger: JSON, an object of texts. */
function metadataOf(form: URLSearchParams): string | null {
  const text = form.get('aws_client_metadata');
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return text;
  } catch {
    // Refused below, as everything that is no object.
  }
  throw new OAuthError('invalid_request', 'aws_client_metadata is no JSON object');
}

const CODES = ['invalid_request', 'invalid_grant', 'unauthorized_client'];

/** Whatever else Cognito has against a code or a refresh token. */
const codeOf = ({ code }: EmulatorRefusal): string => (CODES.includes(code) ? code : 'invalid_grant');
