import { type RestApi, type RestRoute } from '@gatehouse/surface';
import { stagesByName } from '@gatehouse/terraform';
import { type Target, targetOf } from '../requests/path';
import { preflightFor } from '../requests/preflight';
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
  return stages.flatMap(([name, { api }]) => {
    const url = served.outputs.apis[name]?.url ?? '';
    const examples = examplesOf(api, url, served);
    return stages.length === 1 ? examples : examples.map((each) => ({ ...each, title: `${name}: ${each.title}` }));
  });
}

function examplesOf(api: RestApi, url: string, served: Served): CurlExample[] {
  const routes = callable(api);
  const guarded = routes.find(({ route }) => route.auth.kind === 'cognito');
  const open = guarded ? undefined : routes.find(({ route }) => route.auth.kind === 'none');
  return [
    ...first(routes, (each) => withIdToken(api, each, url, served)),
    ...first(routes, (each) => byMachine(api, each, url, served)),
    ...(guarded ? [{ title: 'Without a token: 401', lines: [curl(guarded, url)] }] : []),
    ...(open ? [{ title: 'Open to anyone', lines: [curl(open, url)] }] : []),
    ...preflightExample(api, guarded?.route, url),
  ];
}

interface Callable {
  readonly route: RestRoute;
  readonly target: Target;
}

/** Routes that a line without a body can call, those with nothing to fill in first. */
function callable(api: RestApi): Callable[] {
  const found = api.routes.flatMap((route) => {
    const target = targetOf(api, route);
    return target?.method === 'GET' ? [{ route, target }] : [];
  });
  const filledIn = ({ route: { path, requestParameters } }: Callable): number =>
    path.includes('{') || Object.values(requestParameters).includes(true) ? 1 : 0;
  return found.sort((one, other) => filledIn(one) - filledIn(other));
}

function withIdToken(api: RestApi, called: Callable, url: string, { outputs, pools }: Served): CurlExample | undefined {
  const { auth } = called.route;
  if (auth.kind !== 'cognito' || auth.scopes.length > 0) return undefined;
  const arns = poolsOf(api, called.route);
  const access = pools.find(({ pool, passwordClient: by }) => arns.includes(pool.arn) && by && !by.admin && !by.secret);
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

function byMachine(api: RestApi, called: Callable, url: string, served: Served): CurlExample | undefined {
  const { auth } = called.route;
  if (auth.kind !== 'cognito') return undefined;
  const ids = served.surface.userPools
    .filter(({ arn }) => poolsOf(api, called.route).includes(arn))
    .map(({ id }) => id);
  for (const { client, secret } of served.machines) {
    const scope = auth.scopes.find((each) => client.scopes.includes(each));
    if (scope === undefined || !ids.includes(client.userPoolId)) continue;
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

function preflightExample(api: RestApi, route: RestRoute | undefined, url: string): CurlExample[] {
  const preflight = preflightFor(api, route);
  if (preflight === undefined) return [];
  const { header, method, origin, path } = preflight;
  const asked = header === undefined ? '' : ` -H 'Access-Control-Request-Headers: ${header}'`;
  const line = `curl -s -i -X OPTIONS ${url}${filled(path)} -H 'Origin: ${origin}' -H 'Access-Control-Request-Method: ${method}'`;
  return [{ title: 'CORS preflight', lines: [`${line}${asked}`] }];
}

/** ARNs of the pools whose tokens the route takes. */
function poolsOf({ authorizers }: RestApi, { auth }: RestRoute): readonly string[] {
  return authorizers.find(({ id }) => id === auth.authorizerId)?.userPoolArns ?? [];
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
