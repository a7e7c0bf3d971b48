import type { Surface, Unknown, UserAttribute, UserPool } from '../model';
import { knownItems } from '../model/lists';
import { isUnknown } from '../model/value';
import { sortedBy } from '../order';

/** What of the user pools of one environment can never be changed: pools by stack and Terraform address. */
export interface SchemaSnapshot {
  readonly stacks: Readonly<Record<string, Readonly<Record<string, PoolSchema>>>>;
}

/** What of a user pool can never be changed. A field is absent where only an apply decides its value. */
export interface PoolSchema {
  readonly name?: string;
  readonly usernameAttributes?: readonly string[];
  readonly aliasAttributes?: readonly string[];
  readonly caseSensitive?: boolean;
  /** Those that Terraform writes, by name: custom ones without `custom:`. */
  readonly attributes?: Readonly<Record<string, AttributeSchema>>;
}

export type AttributeSchema = Pick<UserAttribute, 'type' | 'mutable' | 'required' | 'constraints'>;

/** What is to be kept of the pools that Terraform makes; pools made elsewhere are no part of a surface. */
export function schemaSnapshot({ userPools }: Pick<Surface<Unknown>, 'userPools'>): SchemaSnapshot {
  const stacks: Record<string, Record<string, PoolSchema>> = {};
  for (const pool of sortedBy(userPools, ({ address, stack }) => `${stack} ${address}`)) {
    (stacks[pool.stack ?? ''] ??= {})[pool.address] = schemaOf(pool);
  }
  return { stacks };
}

export function schemaOf(pool: UserPool<Unknown>): PoolSchema {
  return known({
    name: pool.name,
    usernameAttributes: sortedTexts(pool.usernameAttributes),
    aliasAttributes: sortedTexts(pool.aliasAttributes),
    caseSensitive: pool.usernameCaseSensitive,
    attributes: attributesOf(pool),
  });
}

function attributesOf({ attributes }: UserPool<Unknown>): PoolSchema['attributes'] | Unknown {
  if (isUnknown(attributes)) return attributes;
  const named = knownItems(attributes).flatMap(({ name, ...attribute }) => {
    const constraints = isUnknown(attribute.constraints) ? attribute.constraints : known(attribute.constraints);
    return isUnknown(name) ? [] : [[name, known({ ...attribute, constraints }) as AttributeSchema] as const];
  });
  return Object.fromEntries(named);
}

/** Cognito keeps no order. */
const sortedTexts = (texts: UserPool<Unknown>['usernameAttributes']): readonly string[] | Unknown =>
  isUnknown(texts) ? texts : [...knownItems(texts)].sort();

type Known<T> = { readonly [K in keyof T]?: Exclude<T[K], Unknown> };

const known = <T extends object>(fields: T): Known<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && !isUnknown(value)),
  ) as Known<T>;
