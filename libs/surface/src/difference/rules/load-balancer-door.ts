import { isPublic, type Route } from '../../access/route';
import { nameOfChange } from '../../changes/name-of-change';
import { differenceRule } from '../../findings/rule';
import { isUnknown } from '../../model/value';
import { functionIn } from '../backends';
import type { Comparison } from '../comparison';
import type { FunctionTarget, LoadBalancers, Path } from '../load-balancers/model';
import { openedPaths } from '../load-balancers/opened';
import { loadBalancers } from '../load-balancers/read';

export const loadBalancerDoor = differenceRule({
  id: 'load-balancer-door',
  severity: 'critical',
  title: 'Load balancer leads to a function',
  why: 'A load balancer calls the function itself: no authorizer, throttle, web ACL or access log of an API is in between.',
  remediation: 'Let the API alone call the function, or let the listener authenticate callers before it forwards.',
  page: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html',
  find: (comparison) => {
    const [before, after] = [loadBalancers(comparison, 'before'), loadBalancers(comparison, 'after')];
    const had = new Map(doorsOf(before).map((door) => [door.key, door.path.signIn]));
    // Those that asked callers to sign in have a rule of their own.
    const opened = new Set(openedPaths(before.paths, after.paths).map(({ path }) => path.at));
    const guarded = guardedFunctions(comparison);
    return doorsOf(after).flatMap(({ path, target, key }) => {
      const { name } = target;
      const was = had.get(key);
      if (was === path.signIn || was === false || opened.has(path.at)) return [];
      // One that authenticates callers is news only where an API guards the function too.
      const guard = guarded.get(name);
      if (path.signIn && guard === undefined) return [];
      const who = path.signIn
        ? 'Anyone who signs in there'
        : path.public
          ? 'Anyone on the internet'
          : 'Anyone in the private network';
      return [
        {
          // The listener was there, and the function is new behind it.
          at: path.at.action === 'no-op' ? target.at : path.at,
          subject: `function ${name}`,
          message: `${who} can call function ${name} through the ${path.protocol} listener ${nameOfChange(path.at)} of a load balancer${guard === undefined ? '' : `, bypassing the API${guard}`}.`,
          severity: path.signIn ? 'medium' : path.public && guard !== undefined ? 'critical' : 'high',
          before: 'no listener',
          after: path.signIn ? 'after signing in' : 'anyone',
        },
      ];
    });
  },
});

interface Door {
  readonly path: Path;
  readonly target: FunctionTarget;
  readonly key: string;
}

const doorsOf = ({ paths, functions }: LoadBalancers): readonly Door[] =>
  paths.flatMap((path) =>
    path.targets.flatMap((group) =>
      (functions.get(group) ?? []).map((target) => ({
        ...{ path, target },
        key: `${path.at.stack} ${path.at.address} ${target.name}`,
      })),
    ),
  );

/** Functions that an API calls, and the first guarded route that does, where one is known. */
function guardedFunctions({ callable, after, functionPermissions }: Comparison): ReadonlyMap<string, string> {
  const names = new Map(after.functions.map(({ address, name }) => [address, name]));
  const found = new Map<string, string>();
  for (const { before, after: now } of callable) {
    const route = now ?? before;
    const name = route && !isPublic(route) ? functionOf(route, names) : undefined;
    if (route && name !== undefined && !found.has(name)) found.set(name, ` that guards ${route.title}`);
  }
  for (const { before, after: now } of functionPermissions) {
    const permission = now ?? before;
    if (permission?.principal !== 'apigateway.amazonaws.com') continue;
    const name = permission.function === undefined ? permission.functionName : names.get(permission.function);
    if (typeof name === 'string' && !found.has(name)) found.set(name, '');
  }
  return found;
}

function functionOf({ integration }: Route, names: ReadonlyMap<string, unknown>): string | undefined {
  const known = integration?.function === undefined ? undefined : names.get(integration.function);
  if (typeof known === 'string') return known;
  const uri = integration?.uri;
  return uri === undefined || isUnknown(uri) ? integration?.function : functionIn(uri);
}
