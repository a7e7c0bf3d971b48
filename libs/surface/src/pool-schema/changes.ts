import { standardTypeOf } from '../cognito/standard-attributes';
import type { Surface, Unknown, UserPool } from '../model';
import type { SynthesizedStack } from '../synth/resources';
import { isObject } from '../terraform/unreadable';
import { type PoolSchema, type SchemaSnapshot, schemaOf } from './snapshot';

/** A difference between a snapshot and what is synthesized that no existing pool survives, or that no apply makes. */
export interface SchemaChange {
  /** In the snapshot: `stacks["dev-identity"]["aws_cognito_user_pool.users"].name`. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  /** What Terraform would do about it. */
  readonly effect: 'destroys' | 'replaces' | 'fails' | 'adds';
}

/** What is synthesized of one environment. */
export interface Synthesized {
  readonly userPools: Surface<Unknown>['userPools'];
  /** `cdk.tf.json` by stack, for its `moved` blocks. */
  readonly stacks: Readonly<Record<string, SynthesizedStack>>;
}

/** New pools and new custom attributes are none of these. */
export function schemaChanges(snapshot: SchemaSnapshot, { stacks, userPools }: Synthesized): SchemaChange[] {
  return Object.entries(snapshot.stacks).flatMap(([stack, pools]) =>
    Object.entries(pools).flatMap(([address, was]) => {
      const path = `stacks${key(stack)}${key(address)}`;
      const current = addressNow(address, stacks[stack]);
      const pool = userPools.find((each) => each.stack === stack && each.address === current);
      return pool === undefined ? [gone(path)] : changesOf(path, was, pool);
    }),
  );
}

const gone = (path: string): SchemaChange => ({
  path,
  expected: 'the user pool that was deployed',
  found: 'no pool of this address',
  effect: 'destroys',
});

function changesOf(path: string, was: PoolSchema, pool: UserPool<Unknown>): SchemaChange[] {
  const now = schemaOf(pool);
  const where = pool.source ?? pool.constructPath ?? pool.address;
  const fields = (['name', 'usernameAttributes', 'aliasAttributes', 'caseSensitive'] as const).flatMap((field) => {
    const [before, after] = [was[field], now[field]];
    // What only an apply decides is not compared.
    if (before === undefined || after === undefined || same(before, after)) return [];
    return [{ path: `${path}.${field}`, ...shown(before, after, where), effect: 'replaces' as const }];
  });
  return [...fields, ...attributeChanges(`${path}.attributes`, was.attributes, now.attributes, where)];
}

function attributeChanges(
  path: string,
  was: PoolSchema['attributes'],
  now: PoolSchema['attributes'],
  where: string,
): SchemaChange[] {
  if (was === undefined || now === undefined) return [];
  const of = (name: string) => `${path}${key(name)}`;
  const lost = Object.entries(was).flatMap(([name, before]) => {
    const after = Object.hasOwn(now, name) ? now[name] : undefined;
    return same(before, after) ? [] : [{ path: of(name), ...shown(before, after, where), effect: 'fails' as const }];
  });
  const late = Object.entries(now).filter(([name]) => standardTypeOf(name) !== undefined && !Object.hasOwn(was, name));
  return [
    ...lost,
    ...late.map(([name, after]) => ({
      path: of(name),
      ...shown(undefined, after, where),
      effect: 'adds' as const,
    })),
  ];
}

/** Where `moved` blocks of the stack put what had the address. */
function addressNow(address: string, stack: SynthesizedStack | undefined): string {
  const blocks = [stack?.['moved'] ?? []].flat().filter(isObject);
  const visited = new Set<unknown>();
  let current: unknown = address;
  while (!visited.has(current)) {
    visited.add(current);
    current = blocks.find(({ from }) => from === current)?.['to'] ?? current;
  }
  return String(current);
}

const shown = (before: unknown, after: unknown, where: string) => ({
  expected: `${before === undefined ? 'nothing' : JSON.stringify(before)}, as it was deployed`,
  found: `${after === undefined ? 'nothing' : JSON.stringify(after)} (${where})`,
});

const key = (name: string): string => `[${JSON.stringify(name)}]`;

const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

/** A snapshot is a file that people may sort and edit. */
const canonical = (value: unknown): string | undefined =>
  JSON.stringify(value, (_, each: unknown) =>
    isObject(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each,
  );
