import {
  isUnknown,
  type HttpApi,
  type HttpRoute,
  type List,
  type RestApi,
  type Route,
  type Surface,
  type Unknown,
} from '@gatehouse/surface';

/** Who may call something. */
export interface Caller {
  /** For people: `anyone`, `signed-in user (ID token)`, `access token with reports/read`. */
  readonly words: string;
  /** Nobody checks who it is; `undefined`: only known after the apply. */
  readonly open: boolean | undefined;
  /** What checks it and how, so that a change shows although the words stay the same. */
  readonly identity: string;
  /** Tells apart two callers with the same words. */
  readonly by?: string;
}

const UNCLEAR: Caller = { words: 'known after apply', open: undefined, identity: '' };

export function restCaller(route: Route<Unknown>, api: RestApi<Unknown>, surface: Surface<Unknown>): Caller {
  const { auth } = route;
  if (isUnknown(auth)) return UNCLEAR;
  const withKey = route.apiKeyRequired === true;
  if (auth.kind === 'none') {
    const words = withKey ? 'anyone with an API key' : 'anyone';
    return { words, open: true, identity: words };
  }
  const key = withKey ? ' and an API key' : '';
  if (auth.kind === 'iam') return { words: `AWS IAM${key}`, open: false, identity: `iam${key}` };
  const authorizer = api.authorizers.find(({ address }) => address === auth.authorizer);
  const by = authorizer && !isUnknown(authorizer.name) ? authorizer.name : auth.authorizer;
  if (auth.kind === 'custom') {
    return {
      words: `custom authorizer${by === undefined ? '' : ` ${by}`}${key}`,
      open: false,
      identity: json(
        'custom',
        authorizer ? [authorizer.identitySource, authorizer.uri] : auth.authorizerId,
        key,
      ),
    };
  }
  const pools = authorizer?.userPools.map((address) => poolName(address, surface)).join(', ');
  return {
    words: `${token(auth.scopes, 'signed-in user (ID token)')}${key}`,
    open: false,
    identity: json(
      auth.scopes,
      authorizer
        ? [
            // A pool that is replaced is told as that; here it stays the same pool.
            authorizer.userPools.length > 0 ? authorizer.userPools : authorizer.userPoolArns,
            authorizer.identitySource,
            authorizer.identityValidationExpression,
          ]
        : auth.authorizerId,
      key,
    ),
    ...(pools ? { by: `pool ${pools}` } : by === undefined ? {} : { by: `authorizer ${by}` }),
  };
}

export function httpCaller(
  route: HttpRoute<Unknown>,
  api: HttpApi<Unknown>,
  surface: Surface<Unknown>,
): Caller {
  const { auth } = route;
  if (isUnknown(auth)) return UNCLEAR;
  // Only the first message of a WebSocket is checked; the others belong to a connection that was let in.
  const later = api.protocol === 'WEBSOCKET' && route.routeKey !== '$connect';
  if (auth.kind === 'none') {
    return later
      ? { words: 'whoever is connected', open: false, identity: 'connected' }
      : { words: 'anyone', open: true, identity: 'none' };
  }
  if (auth.kind === 'iam') return { words: 'AWS IAM', open: false, identity: 'iam' };
  const authorizer = api.authorizers.find(({ address }) => address === auth.authorizer);
  const by = authorizer && !isUnknown(authorizer.name) ? authorizer.name : auth.authorizer;
  if (auth.kind === 'custom') {
    return {
      words: `custom authorizer${by === undefined ? '' : ` ${by}`}`,
      open: false,
      identity: json('custom', authorizer ? [authorizer.identitySources, authorizer.uri] : auth.authorizerId),
    };
  }
  const pool = authorizer?.userPool === undefined ? undefined : poolName(authorizer.userPool, surface);
  return {
    words: token(auth.scopes, 'any valid token (JWT)'),
    open: false,
    identity: json(
      auth.scopes,
      authorizer
        ? [authorizer.userPool ?? authorizer.issuer, authorizer.audience, authorizer.identitySources]
        : auth.authorizerId,
    ),
    ...(pool ? { by: `pool ${pool}` } : by === undefined ? {} : { by: `authorizer ${by}` }),
  };
}

function token(scopes: List<string, Unknown>, withoutScopes: string): string {
  if (isUnknown(scopes)) return 'access token with scopes known after apply';
  if (scopes.length === 0) return withoutScopes;
  const names = scopes.map((scope) => (isUnknown(scope) ? '(known after apply)' : scope));
  return `access token with ${names.join(' or ')}`;
}

const poolName = (address: string, { userPools }: Surface<Unknown>): string => {
  const name = userPools.find((pool) => pool.address === address)?.name;
  return name === undefined || isUnknown(name) ? address : name;
};

/** As JSON; what is unknown on both sides comes from the same source or not: that is what its references say. */
function json(...parts: readonly unknown[]): string {
  let text = '';
  for (const part of parts) {
    if (Array.isArray(part)) text += `[${json(...part)}]`;
    else if (isUnknown(part)) text += `{${part.references?.join(' ') ?? ''}}`;
    else text += part === undefined ? '' : JSON.stringify(part);
    text += ',';
  }
  return text;
}
