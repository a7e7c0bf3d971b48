import { type Decision } from '../src/index';
import { actionPatterns, likes, named, principals, resourcePatterns, spared, type Who } from './universe';

/** A statement by the names that the tables of the universe have. */
export interface Drawn {
  readonly effect: 'Allow' | 'Deny';
  readonly principal: { readonly not: boolean; readonly names: readonly string[] };
  readonly actions: { readonly not: boolean; readonly patterns: readonly string[] };
  readonly resources: { readonly not: boolean; readonly patterns: readonly string[] };
  readonly condition?: { readonly operator: string; readonly values: readonly string[] };
}

export interface DrawnPolicies {
  readonly identity: readonly (readonly Drawn[])[];
  readonly boundary?: readonly Drawn[];
  readonly session?: readonly (readonly Drawn[])[];
  readonly resource?: readonly Drawn[];
}

export interface Asked {
  readonly who: Who;
  readonly action: string;
  readonly resource: string;
  readonly k: string | string[] | undefined;
}

/** What AWS's pages say about the request, statement by statement, from tables. */
export function oracle(policies: DrawnPolicies, asked: Asked): Decision['verdict'] {
  const { boundary, identity, resource = [], session = [] } = policies;
  const bounded = boundary !== undefined;
  const own = [identity.flat(), boundary ?? [], session.flat()].flat();
  const denied =
    own.some((each) => each.effect === 'Deny' && covers(each, asked) !== false) ||
    resource.some(
      (each) => each.effect === 'Deny' && isNamed(each, asked.who, bounded) !== '' && covers(each, asked) !== false,
    );
  if (denied) return 'explicitlyDenied';
  const allows = (statements: readonly Drawn[]) =>
    statements.some((each) => each.effect === 'Allow' && covers(each, asked) === true);
  const grants = resource
    .filter((each) => each.effect === 'Allow' && covers(each, asked) === true)
    .map((each) => isNamed(each, asked.who, bounded));
  const capped = (!bounded || allows(boundary)) && (session.length === 0 || allows(session.flat()));
  const byIdentity = allows(identity.flat()) && capped && (asked.who !== 'fed' || session.length > 0);
  return table(asked.who, grants, byIdentity, capped) ? 'allowed' : 'implicitlyDenied';
}

function table(who: Who, grants: string[], byIdentity: boolean, capped: boolean): boolean {
  if (who === 'lambda' || who === 'anyone') return grants.includes('itself');
  if (who === 'root') return true;
  if (who === 'bob') return byIdentity && grants.some((each) => each !== '');
  return byIdentity || grants.includes('itself') || (grants.includes('role') && capped);
}

function isNamed({ effect, principal: { names, not } }: Drawn, who: Who, bounded: boolean): string {
  if (not && effect === 'Deny') {
    const always = bounded && 'arn' in principals[who] && who !== 'root';
    return !always && names.some((name) => spared[name]?.who.includes(who)) ? '' : 'itself';
  }
  const found = (how: 'itself' | 'role' | 'account') => names.some((name) => named[name]?.[how]?.includes(who));
  return found('itself') ? 'itself' : found('role') ? 'role' : found('account') ? 'account' : '';
}

/** Whether action, resource and condition fit; `undefined` where AWS does not say. */
function covers({ actions, condition, resources }: Drawn, { action, k, resource }: Asked): boolean | undefined {
  const value = typeof k === 'string' ? k : undefined;
  const isAction = actions.patterns.some((pattern) => actionPatterns[pattern]?.includes(action));
  const isResource = resources.patterns.some((pattern) => {
    const stands = resourcePatterns[pattern];
    return (typeof stands === 'function' ? stands(value) : stands)?.includes(resource);
  });
  if (isAction === actions.not || isResource === resources.not) return false;
  return condition ? isMet(condition.operator, condition.values, k) : true;
}

function isMet(name: string, values: readonly string[], k: Asked['k']): boolean | undefined {
  const actual = k === undefined ? [] : [k].flat();
  if (name === 'Null') return values.includes(actual.length === 0 ? 'true' : 'false');
  const [, set = '', base = '', exists] = /^(?:(\w+):)?(String(?:Not)?(?:Equals|Like))(IfExists)?$/.exec(name) ?? [];
  if (actual.length === 0) return exists || set === 'ForAllValues' ? true : set === '' && base.includes('Not');
  const stands = (value: string): readonly string[] => (base.endsWith('Like') ? (likes[value] ?? []) : [value]);
  const listed = (value: string) => values.some((wanted) => stands(wanted).includes(value));
  const good = actual.filter((value) => listed(value) !== base.includes('Not')).length;
  if (set === 'ForAllValues') return good === actual.length;
  if (set === 'ForAnyValue') return good > 0;
  return actual.length > 1 ? undefined : good > 0;
}

/** The statement as JSON. */
export function written(statement: Drawn, ofResource: boolean): object {
  const { actions, condition, effect, principal, resources } = statement;
  const not = principal.not && effect === 'Deny';
  const entries = principal.names.map((name) => (not ? spared[name] : named[name])?.entry);
  return {
    Effect: effect,
    ...(ofResource && { [not ? 'NotPrincipal' : 'Principal']: entries.includes('*') ? '*' : merged(entries) }),
    [actions.not ? 'NotAction' : 'Action']: actions.patterns,
    [resources.not ? 'NotResource' : 'Resource']: resources.patterns,
    ...(condition && { Condition: { [condition.operator]: { KEY: condition.values } } }),
  };
}

function merged(entries: readonly unknown[]): Record<string, string[]> {
  const kinds = entries.flatMap((entry) => Object.entries(entry as Record<string, string | string[]>));
  return Object.fromEntries(
    ['AWS', 'Service']
      .map((kind): [string, string[]] => [kind, kinds.filter(([name]) => name === kind).flatMap(([, names]) => names)])
      .filter(([, names]) => names.length > 0),
  );
}
