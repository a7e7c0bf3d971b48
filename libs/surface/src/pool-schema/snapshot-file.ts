import { describeKind, isObject, UnreadableError } from '../terraform/unreadable';
import { type PoolSchema, type SchemaSnapshot } from './snapshot';

/** The text of a snapshot's file, of which the first field says what it is. What only an apply decides is null. */
export function formatSnapshot(snapshot: SchemaSnapshot, environment: string): string {
  const stacks = mapValues(snapshot.stacks, (pools) =>
    mapValues(pools, (pool) => mapValues(fields, (_, name) => pool[name] ?? null)),
  );
  return `${JSON.stringify({ about: aboutOf(environment), stacks }, null, 2)}\n`;
}

const aboutOf = (environment: string): string =>
  `What of the user pools of ${environment} can never be changed. Written by: npx nx accept-schema ${environment}`;

/**
 * Reads a snapshot.
 *
 * @param file named in errors
 * @throws UnreadableError for what `accept-schema` did not write: a field that is missing or misspelt would be compared no more
 */
export function parseSnapshot(text: string, file: string): SchemaSnapshot {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return refuse(file, 'JSON', (error as Error).message);
  }
  const stacks = tableAt(`${file}, stacks`, 'stacks by name', isObject(parsed) ? parsed['stacks'] : undefined);
  return {
    stacks: mapValues(stacks, (pools, stack) => {
      const place = `${file}, stacks[${JSON.stringify(stack)}]`;
      return mapValues(tableAt(place, 'user pools by address', pools), (pool, address) =>
        poolAt(`${place}[${JSON.stringify(address)}]`, pool),
      );
    }),
  };
}

interface Field {
  readonly expected: string;
  readonly holds: (value: unknown) => boolean;
}

const texts: Field = {
  expected: 'a list of texts',
  holds: (value) => Array.isArray(value) && value.every((each) => typeof each === 'string'),
};

const fields: Readonly<Record<keyof PoolSchema, Field>> = {
  name: { expected: 'a text', holds: (value) => typeof value === 'string' },
  usernameAttributes: texts,
  aliasAttributes: texts,
  caseSensitive: { expected: 'true or false', holds: (value) => typeof value === 'boolean' },
  attributes: {
    expected: 'attributes by name',
    holds: (value) => isObject(value) && Object.values(value).every(isObject),
  },
};

function poolAt(place: string, found: unknown): PoolSchema {
  const pool = tableAt(place, 'a user pool', found);
  const names = Object.keys(fields).join(', ');
  const unknown = Object.keys(pool).find((name) => !Object.hasOwn(fields, name));
  if (unknown !== undefined) refuse(`${place}.${unknown}`, `only ${names}`, describeKind(pool[unknown]));
  for (const [name, { expected, holds }] of Object.entries(fields)) {
    const value = pool[name];
    if (value !== null && !holds(value)) {
      refuse(`${place}.${name}`, `${expected}, or null where only an apply decides it`, describeKind(value));
    }
  }
  return Object.fromEntries(Object.entries(pool).filter(([, value]) => value !== null));
}

const tableAt = (place: string, expected: string, found: unknown): Record<string, unknown> =>
  isObject(found) ? found : refuse(place, expected, describeKind(found));

function refuse(where: string, expected: string, found: string): never {
  throw new UnreadableError(where, expected, found, 'Bring it back from git, or write it with accept-schema.');
}

const mapValues = <Key extends string, T, To>(
  table: Readonly<Record<Key, T>>,
  to: (value: T, key: Key) => To,
): Record<Key, To> =>
  Object.fromEntries(Object.entries<T>(table).map(([key, value]) => [key, to(value, key as Key)])) as Record<Key, To>;
