import { isObject } from '@gatehouse/checks';
import { type PolicyKind } from '../model';
import { type Condition, readConditions } from './condition';
import { type Named, ofResource, readPrincipals } from './principals';
import { type Problems } from './problems';

/** Patterns, and whether the statement is about all that none of them matches: `NotAction`, `NotResource`. */
export interface Patterns {
  readonly not: boolean;
  readonly patterns: readonly string[];
}

export interface Statement {
  readonly index: number;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  /** Only in policies of resources. */
  readonly principals?: { readonly not: boolean; readonly named: readonly Named[] };
  readonly actions: Patterns;
  /** Without it the statement is about the resource that the policy belongs to. */
  readonly resources?: Patterns;
  readonly conditions: readonly Condition[];
  /** Whether `${...}` is a variable: not before version 2012-10-17. */
  readonly variables: boolean;
}

export interface Place {
  readonly kind: PolicyKind;
  readonly at: string;
  readonly index: number;
  readonly variables: boolean;
}

const elements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

export function readStatement(place: Place, statement: unknown, problems: Problems): Statement | undefined {
  const { at, index, kind, variables } = place;
  if (!isObject(statement)) {
    problems.add(at, 'a statement: { "Effect": ..., "Action": ..., "Resource": ... }', statement);
    return undefined;
  }
  for (const name of Object.keys(statement)) {
    if (!elements.includes(name)) problems.add(`${at}.${name}`, `one of ${elements.join(', ')}`, name);
  }
  const { Effect: effect, Sid: sid } = statement;
  if (effect !== 'Allow' && effect !== 'Deny') problems.add(`${at}.Effect`, '"Allow" or "Deny"', effect);
  if (sid !== undefined && typeof sid !== 'string') problems.add(`${at}.Sid`, 'text', sid);
  return {
    index,
    effect: effect === 'Allow' ? 'Allow' : 'Deny',
    actions: readPatterns(statement, 'Action', place, problems) ?? { not: false, patterns: [] },
    resources: readPatterns(statement, 'Resource', place, problems),
    principals: readPrincipals(statement, place, problems),
    conditions: readConditions(statement.Condition, { at: `${at}.Condition`, variables }, problems),
    variables,
    ...(typeof sid === 'string' && { sid }),
    ...(!ofResource(kind) && { principals: undefined }),
  };
}

function readPatterns(
  statement: Readonly<Record<string, unknown>>,
  name: 'Action' | 'Resource',
  { at, kind }: Place,
  problems: Problems,
): Patterns | undefined {
  const names = [name, `Not${name}`].filter((each) => statement[each] !== undefined);
  const [present] = names;
  if (present === undefined) {
    if (name === 'Action' || !ofResource(kind)) problems.add(at, `${name} or Not${name}`, undefined);
    return undefined;
  }
  if (names.length > 1) problems.add(at, `either ${name} or Not${name}`, names);
  if (name === 'Resource' && kind === 'trust') problems.add(`${at}.${present}`, 'none in a trust policy', present);
  const value = statement[present];
  const patterns: unknown[] = Array.isArray(value) ? value : [value];
  if (patterns.length === 0) problems.add(`${at}.${present}`, expected[name], value);
  patterns.forEach((pattern, index) => {
    const where = Array.isArray(value) ? `${at}.${present}[${index}]` : `${at}.${present}`;
    if (typeof pattern !== 'string' || !isPattern(name, pattern, kind)) problems.add(where, expected[name], pattern);
  });
  return { not: present.startsWith('Not'), patterns: patterns.filter((pattern) => typeof pattern === 'string') };
}

const expected = {
  Action: '"*" or a service and an action, "s3:GetObject"',
  Resource: '"*" or an ARN of six fields, "arn:aws:s3:::bucket/*"',
};

function isPattern(name: 'Action' | 'Resource', pattern: string, kind: PolicyKind): boolean {
  if (pattern === '*') return true;
  if (name === 'Action') return /^[a-z0-9*-]+:[a-z0-9*?-]+$/i.test(pattern);
  if (ofResource(kind)) return true;
  // AWS completes a short ARN in policies of identities, and refuses it in a session's.
  return pattern.startsWith('arn:') && (kind !== 'session' || pattern.split(':').length >= 6);
}
