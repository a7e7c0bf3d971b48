import { type NamedStage, stagesByName } from '@gatehouse/terraform';
import { httpPreflight, preflightFor } from '../requests/preflight';
import { type Callable, callable } from './callable';
import { tokenUrlOf } from './machines';
import { type Running } from '../live/running';

export interface CurlExample {
  readonly title: string;
  /** Shell lines that work as pasted, in order. */
  readonly lines: readonly string[];
}

/** What examples are made from. */
export type Served = Pick<Running, 'environment' | 'machines' | 'outputs' | 'pools' | 'surface'>;

/** Copy-and-paste ways into each running API. They need curl and Node only, so no jq. */
export function curlExamples(served: Served): CurlExample[] {
  const stages = [...stagesByName(served.environment, served.surface)];
  return stages.flatMap(([name, stage]) => {
    const url = served.outputs.apis[name]?.url ?? '';
    const examples = examplesOf(stage, url, served);
    return stages.length === 1 ? examples : examples.map((each) => ({ ...each, title: `${name}: ${each.title}` }));
  });
}

function examplesOf(stage: NamedStage, url: string, served: Served): CurlExample[] {
  const routes = callable(stage);
  const guarded = routes.find(({ auth }) => auth.kind === 'cognito' || auth.kind === 'jwt');
  const open = guarded ? undefined : routes.find(({ auth }) => auth.kind === 'none');
  return [
    ...first(routes, (each) => withIdToken(each, url, served)),
    ...first(routes, (each) => byMachine(each, url, served)),
    ...(guarded ? [{ title: 'Without a token: 401', lines: [curl(guarded, url)] }] : []),
    ...(open ? [{ title: 'Open to anyone', lines: [curl(open, url)] }] : []),
    ...preflightExample(stage, guarded?.path, url),
  ];
}

function withIdToken(called: Callable, url: string, { outputs, pools }: Served): CurlExample | undefined {
  if (called.auth.scopes === undefined || called.auth.scopes.length > 0) return undefined;
  const access = pools.find(
    ({ pool, passwordClient: by }) => by && !by.admin && !by.secret && called.takes(pool, by.client.id),
  );
  if (access?.passwordClient === undefined) return undefined;
  const { username: USERNAME, password: PASSWORD } = access.demoUser;
  const ClientId = access.passwordClient.client.id;
  const request = JSON.stringify({ AuthFlow: 'USER_PASSWORD_AUTH', ClientId, AuthParameters: { USERNAME, PASSWORD } });
  return {
    title: 'Sign in with e-mail and password, call with the ID token',
    lines: [
      `ID_TOKEN=$(curl -s ${outputs.cognitoEndpoint} -H 'Content-Type: application/x-amz-json-1.1' -H 'X-Amz-Target: AWSCognitoIdentityProviderService.InitiateAuth' -d '${request}' | ${field('AuthenticationResult.IdToken')})`,
      `${curl(called, url)} -H "Authorization: Bearer $ID_TOKEN"`,
    ],
  };
}

function byMachine(called: Callable, url: string, served: Served): CurlExample | undefined {
  const { scopes = [] } = called.auth;
  for (const { client, secret } of served.machines) {
    const scope = scopes.find((each) => client.scopes.includes(each));
    const pool = served.surface.userPools.find(({ id }) => id === client.userPoolId);
    if (scope === undefined || pool === undefined || !called.takes(pool, client.id)) continue;
    const form = `grant_type=client_credentials&scope=${scope}`;
    return {
      title: 'Machine client: an access token with one scope',
      lines: [
        `ACCESS_TOKEN=$(curl -s ${tokenUrlOf(served.outputs, client)} -u '${client.id}:${secret}' -d '${form}' | ${field('access_token')})`,
        `${curl(called, url)} -H "Authorization: Bearer $ACCESS_TOKEN"`,
      ],
    };
  }
  return undefined;
}

function preflightExample({ api, kind }: NamedStage, path: string | undefined, url: string): CurlExample[] {
  const preflight = kind === 'REST' ? preflightFor(api, path) : httpPreflight(api);
  if (preflight === undefined) return [];
  const { header, method, origin } = preflight;
  const asked = header === undefined ? '' : ` -H 'Access-Control-Request-Headers: ${header}'`;
  const line = `curl -s -i -X OPTIONS ${url}${filled(preflight.path)} -H 'Origin: ${origin}' -H 'Access-Control-Request-Method: ${method}'`;
  return [{ title: 'CORS preflight', lines: [`${line}${asked}`] }];
}

function first<T>(items: readonly T[], make: (item: T) => CurlExample | undefined): CurlExample[] {
  for (const item of items) {
    const made = make(item);
    if (made) return [made];
  }
  return [];
}

const curl = ({ target }: Callable, url: string): string => `curl -s -i ${url}${target.path}`;

const filled = (path: string): string => path.replaceAll(/\{[^}]+\}/g, '1');

const field = (path: string): string => `node -pe 'JSON.parse(require("fs").readFileSync(0)).${path}'`;
