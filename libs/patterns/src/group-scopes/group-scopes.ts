import { join } from 'node:path';
import { groupsOf, type PreTokenGenerationVersion, type ResourceServerScope, type UserPool } from '@gatehouse/cognito';
import { check, describe } from '@gatehouse/construct-kit';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { functionNameOf } from '../function-name';
import { checkOnce } from '../once';
import { type GroupScopes } from './handler';

/**
 * The function that gives scopes, and for whom it is called.
 * @example groupScopes(users, { admins: [reports.scope('write')] }, { version: 'V3_0' })
 */
export interface GroupScopesOptions {
  /**
   * Name of the function in AWS, unique in the account.
   * @default - the pool's, and `-group-scopes`
   */
  readonly functionName?: string;
  /**
   * Version of the event. `V3_0` also calls the function for machines, whose scopes it leaves as they are.
   * @default 'V2_0'
   */
  readonly version?: Exclude<PreTokenGenerationVersion, 'V1_0'>;
}

/**
 * Gives groups of a pool scopes, so that a route can ask for what only they have: `Auth.accessToken(reports.scope('write'))`.
 *
 * A scope named here is in access tokens of people in its groups, and removed from those of everyone else, also when their
 * client asked for it. It is added where people sign in without OAuth; with OAuth, clients get what they asked for, and
 * their `scopes` must allow them to ask. Scopes that are not named stay as they are, and so do machines. A person who joins or
 * leaves a group has other scopes with the next token.
 *
 * It is the pool's pre token generation trigger, and needs the plan `essentials` or `plus`.
 *
 * @example groupScopes(users, { admins: [reports.scope('write')], editors: [reports.scope('write'), reports.scope('read')] });
 * @returns the function, whose variable GROUP_SCOPES is the mapping
 * @throws ConstructError for scopes of another pool, for no scope at all, for more than a function keeps, and when the trigger has a function.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html
 */
export function groupScopes<Custom extends string>(
  pool: UserPool<Custom>,
  scopes: Readonly<Record<string, readonly ResourceServerScope[]>>,
  { functionName, version = 'V2_0' }: GroupScopesOptions = {},
): LambdaFunction {
  const groups = Object.keys(scopes);
  const id = `${pool.node.id}-group-scopes`;
  checkOnce(pool, 'groupScopes', id);
  checkScopes(pool, scopes);
  pool.node.addValidation({ validate: () => groups.flatMap((group) => missing(pool, group)) });
  const name = functionName ?? functionNameOf(pool, 'group-scopes');
  const lambda = new LambdaFunction(pool, id, {
    functionName: name,
    code: Code.bundle(join(__dirname, 'handler.ts')),
    variables: { GROUP_SCOPES: mappingOf(pool, scopes) },
    // Cognito waits five seconds for a trigger.
    timeout: 5,
  });
  pool.addTrigger('preTokenGeneration', lambda, { version });
  return lambda;
}

/** https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
function mappingOf<Custom extends string>(
  pool: UserPool<Custom>,
  scopes: Readonly<Record<string, readonly ResourceServerScope[]>>,
): string {
  const mapping = JSON.stringify(namesOf(scopes));
  const bytes = Buffer.byteLength(`GROUP_SCOPES${mapping}`);
  check(pool, bytes <= 4096, {
    prop: 'groupScopes',
    expected: 'names of groups and scopes of at most 4 KB together, which a function may have as variables',
    found: `${bytes} bytes`,
    fix: 'Shorten identifiers of resource servers and names of groups, or write a trigger of your own that knows them: addTrigger',
  });
  return mapping;
}

/** Sorted: the order in which the stack writes them changes nothing. */
const namesOf = (scopes: Readonly<Record<string, readonly ResourceServerScope[]>>): GroupScopes =>
  Object.fromEntries(
    Object.keys(scopes)
      .sort()
      .map((group) => [group, [...new Set(scopes[group]!.map(({ scopeName }) => scopeName))].sort()]),
  );

function checkScopes<Custom extends string>(
  pool: UserPool<Custom>,
  scopes: Readonly<Record<string, readonly ResourceServerScope[]>>,
): void {
  const empty = Object.keys(scopes).find((group) => scopes[group]!.length === 0);
  check(pool, empty === undefined && Object.keys(scopes).length > 0, {
    prop: 'groupScopes',
    expected: 'groups, and at least one scope for each',
    found: empty === undefined ? scopes : `no scope for "${empty}"`,
    fix: 'Leave out groups that have no scopes of their own',
  });
  const other = Object.values(scopes)
    .flat()
    .find(({ userPool }) => userPool.userPoolId !== pool.userPoolId);
  check(pool, other === undefined, {
    prop: 'groupScopes',
    expected: 'scopes of resource servers of this pool',
    found: other?.scopeName,
    fix: 'It belongs to another pool, whose tokens this one does not make',
  });
}

/** Groups may be added after the mapping is written. */
function missing<Custom extends string>(pool: UserPool<Custom>, group: string): string[] {
  const known = [...groupsOf(pool).keys()];
  if (known.includes(group)) return [];
  const expected = `a group of this pool${known.length > 0 ? `: ${known.join(', ')}` : ', which has none'}`;
  const fix = `Correct its spelling, or add it: addGroup('${group}')`;
  return [describe({ prop: 'groupScopes', expected, found: group, fix })];
}
