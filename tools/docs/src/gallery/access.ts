import { accessOf, callerOf, isUnknown, nameOf, type Surface, type Unknown } from '@gatehouse/surface';

/** Someone who may do something. */
export interface Edge {
  readonly who: string;
  readonly what: string;
  /** Nobody checks who it is. */
  readonly open: boolean;
}

/** Who may have an account or a token, call a route, and get credentials of AWS. */
export function accessIn(surface: Surface<Unknown>): readonly Edge[] {
  const edges = [...accounts(surface), ...tokens(surface), ...routes(surface), ...credentials(surface)];
  const byText = new Map(edges.map((edge) => [`${edge.who}\n${edge.what}`, edge]));
  return [...byText.values()];
}

const accounts = ({ userPools }: Surface<Unknown>): Edge[] =>
  userPools.map((pool) => ({
    who: pool.selfSignUp === true ? 'anyone who signs up' : 'people whom an administrator adds',
    what: `account in ${nameOf(pool)}`,
    open: pool.selfSignUp === true,
  }));

function tokens({ clients, userPools }: Surface<Unknown>): Edge[] {
  const names = new Map(userPools.map((pool) => [pool.address, nameOf(pool)]));
  return clients.map((client) => {
    const { oauthFlows, scopes, userPool } = client;
    const machine = !isUnknown(oauthFlows) && oauthFlows.includes('client_credentials');
    const pool = names.get(userPool ?? '') ?? 'a pool made elsewhere';
    const known = isUnknown(scopes) ? [] : scopes.filter((scope): scope is string => !isUnknown(scope));
    const own = known.filter((scope) => scope.includes('/'));
    const what = own.length > 0 ? `access token with ${own.join(', ')}` : 'tokens';
    return {
      who: `${machine ? 'machine' : 'people, by client'} ${nameOf(client)}`,
      what: `${what} of ${pool}`,
      open: false,
    };
  });
}

const routes = (surface: Surface<Unknown>): Edge[] =>
  accessOf(surface)
    .routes.filter(({ preflight }) => !preflight)
    .map((route) => {
      const { words, open, by } = callerOf(route);
      const who = by === undefined || surface.userPools.length < 2 ? words : `${words}, ${by}`;
      return { who, what: `${route.title} of ${route.api.name}`, open: open === true };
    });

function credentials({ identityPools }: Surface<Unknown>): Edge[] {
  return identityPools.flatMap((pool) => {
    const credential = `credentials of ${nameOf(pool)}`;
    return [
      ...(pool.guests === true ? [{ who: 'guests, who do not sign in', what: credential, open: true }] : []),
      ...(pool.authenticatedRole ? [{ who: 'who is signed in', what: credential, open: false }] : []),
    ];
  });
}
