import type { List, Unknown } from '../model';
import { knownItems } from '../model/lists';
import { isUnknown } from '../model/value';
import { reachOf } from './reach';
import type { Route } from './route';
import { groupsWith, type ScopeGroups } from './scope-groups';
import { onStages } from './stage-variables';

/** Who may call a route. */
export interface Caller {
  /** For people: `anyone`, `signed-in user (ID token)`, `access token with reports/read`. */
  readonly words: string;
  /** True: nothing checks who calls. `undefined`: only known after the apply. */
  readonly open: boolean | undefined;
  /** From where, of what nothing else checks: `in 203.0.113.0/24`. Absent: from everywhere. */
  readonly from?: string;
  /** Equal for two routes that check the same in the same way, whatever the words. */
  readonly identity: string;
  /** Tells apart two callers with the same words: `pool people`. */
  readonly by?: string;
}

/** Who may call a route, in the words that every output uses. */
export function callerOf(route: Route): Caller {
  const { guard, api, connected, anyoneConnects, apiKeyRequired } = route;
  if (isUnknown(guard)) {
    const { written = '' } = guard;
    return { words: written === '' ? 'known after apply' : 'no one can tell', open: undefined, identity: written };
  }
  const withKey = apiKeyRequired === true;
  if (guard.kind === 'none') {
    if (connected && !anyoneConnects) return { words: 'connected client', open: false, identity: 'connected client' };
    const from = api.kind === 'REST' ? reachOf(api.api) : undefined;
    const words = ['anyone', ...(from === undefined ? [] : [from]), ...(withKey ? ['with an API key'] : [])].join(' ');
    return { words, open: true, identity: words, from };
  }
  const words = `${wordsOf(route)}${withKey ? ' and an API key' : ''}`;
  if (guard.kind === 'iam') return { words, open: false, identity: words };
  const by = byOf(route);
  return { words, open: false, identity: identityOf(route, withKey), by };
}

/** Who may call a route, and who after a change: the same words for both only if nothing of it changes. */
export function callersOf(before: Route, after: Route): readonly [before: string, after: string] {
  const [was, now] = [callerOf(before), callerOf(after)];
  if (was.words !== now.words || was.identity === now.identity) return [was.words, now.words];
  const [old, becomes] = [withBy(was), withBy(now)];
  return [old, old === becomes ? `${becomes} (checked differently)` : becomes];
}

const withBy = ({ words, by }: Caller): string => (by === undefined ? words : `${words}, ${by}`);

function wordsOf(route: Route): string {
  const { guard } = route;
  if (isUnknown(guard) || guard.kind === 'none') return '';
  if (guard.kind === 'iam') return 'IAM principal';
  if (guard.kind === 'custom') {
    const name = nameOfAuthorizer(route);
    return `caller that ${name === undefined ? 'a Lambda authorizer' : `Lambda authorizer ${name}`} allows`;
  }
  const { kind, scopes } = guard;
  if (isUnknown(scopes)) return 'access token with scopes known after apply';
  if (scopes.length === 0) return kind === 'cognito' ? 'signed-in user (ID token)' : 'any valid token (JWT)';
  return `access token with ${scopes.map((scope) => scopeInWords(scope, route)).join(' or ')}`;
}

/** `reports/write (group admins)`: of people, only the members of that group have it. */
function scopeInWords(scope: string | Unknown, { authorizer }: Route): string {
  if (isUnknown(scope)) return '(known after apply)';
  const groups = authorizer && groupsWith(authorizer.scopeGroups, scope);
  return groups ? `${scope} (${groups.length === 1 ? 'group' : 'groups'} ${groups.join(', ')})` : scope;
}

function byOf(route: Route): string | undefined {
  const { authorizer } = route;
  if (!isUnknown(route.guard) && route.guard.kind === 'custom') return undefined;
  if (authorizer && authorizer.poolNames.length > 0)
    return `pool ${[...authorizer.poolNames, ...authorizer.otherIssuers].join(', ')}`;
  const name = nameOfAuthorizer(route);
  return name === undefined ? undefined : `authorizer ${name}`;
}

const nameOfAuthorizer = ({ guard, authorizer }: Route): string | undefined =>
  authorizer && !isUnknown(authorizer.name) ? authorizer.name : isUnknown(guard) ? undefined : guard.authorizer;

function identityOf({ guard, authorizer }: Route, withKey: boolean): string {
  if (isUnknown(guard)) return '';
  const checks = authorizer
    ? [
        // A pool that is replaced has a finding of its own; here it stays the same pool.
        authorizer.pools.length > 0 ? [...authorizer.pools, ...authorizer.otherIssuers] : authorizer.issuers,
        authorizer.audience,
        authorizer.sources,
        authorizer.expression,
        authorizer.uri,
        [...onStages(authorizer.uri, authorizer.api.api.stages).values()],
        guard.scopes === undefined ? undefined : groupsOf(guard.scopes, authorizer.scopeGroups),
      ]
    : guard.authorizerId;
  return json(guard.kind, guard.scopes, checks, withKey);
}

/** Who has the scopes of a route, where groups decide. */
const groupsOf = (scopes: List<string, Unknown>, groups: ScopeGroups) =>
  knownItems(scopes).flatMap((scope) => groupsWith(groups, scope) ?? []);

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
