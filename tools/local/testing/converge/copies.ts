import { type Change, type Json, type Resources } from './changes';

type Mutable = Record<string, Record<string, Json>>;

/** Unique among all pools; a copy has one of its own. */
const names = /^(domain|identity_pool_name)$/;

/**
 * Copies of what the changes change, each with copies of the Cognito resources that it refers to, so that no change meets another:
 * one apply makes them all.
 *
 * @param changed whether the copies have their change, or are as the resource is
 */
export function copiesOf(changes: readonly Change[], resources: Resources, changed: boolean): Resources {
  const made: Mutable = {};
  changes.forEach((change, index) => {
    const own = resources[change.type]![change.name]!;
    copy(made, resources, change.type, change.name, suffix(index), changed ? change.changed : own, own);
  });
  return made;
}

export const addressOf = ({ type, name }: Change, index: number): string => `${type}.${name}${suffix(index)}`;

const suffix = (index: number): string => `_c${index}`;

function copy(
  made: Mutable,
  all: Resources,
  type: string,
  name: string,
  end: string,
  resource: Json,
  whole = resource,
): void {
  const target = (made[type] ??= {});
  if (`${name}${end}` in target) return;
  target[`${name}${end}`] = renamed(resource, end);
  for (const [otherType, otherName] of references(whole)) {
    const other = all[otherType]?.[otherName];
    if (other) copy(made, all, otherType, otherName, end, other);
  }
}

const reference = /\b(aws_cognito_\w+)\.(\w+)\./g;

function references(resource: Json): [string, string][] {
  return [...JSON.stringify(resource).matchAll(reference)].map(([, type, name]) => [type!, name!]);
}

function renamed(resource: Json, end: string): Json {
  const text = JSON.stringify(resource).replaceAll(reference, `$1.$2${end}.`);
  const parsed = JSON.parse(text) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(parsed).map(([name, value]) => [
      name,
      names.test(name) ? `${end.slice(1)}-${String(value)}` : value,
    ]),
  );
}
