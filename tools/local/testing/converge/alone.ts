import { original } from './copies';
import { referencesIn } from './references';
import { type Alone, type Json, type Resources } from './sink';

/** What copies of resources need of a stack, with the copies. */
export function aloneWith(copies: Resources, all: Resources, { always, loose }: Alone, data?: unknown): Resources {
  const whole = merged(all, copies);
  // What is read is read all the same.
  const needed = new Set([...always, ...addressesOf(copies), ...referencesIn(data ?? {})]);
  for (const address of needed) {
    const [type, name] = address.split('.') as [string, string];
    const resource = whole[type]?.[name];
    if (!resource) {
      needed.delete(address);
      continue;
    }
    const waitsFor = loose.includes(original(address)) ? [] : dependsOn(resource);
    for (const referred of [...referencesIn(resource), ...waitsFor]) needed.add(referred);
  }
  const left = Object.entries(whole).map(([type, named]) => {
    const kept = Object.entries(named).filter(([name]) => needed.has(`${type}.${name}`));
    return [type, Object.fromEntries(kept.map(([name, resource]) => [name, waiting(resource, needed)]))] as const;
  });
  return Object.fromEntries(left.filter(([, named]) => Object.keys(named).length > 0));
}

export function merged(one: Resources, other: Resources): Resources {
  const types = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...types].map((type) => [type, { ...one[type], ...other[type] }]));
}

export const addressesOf = (resources: Resources): string[] =>
  Object.entries(resources).flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`));

const dependsOn = (resource: Json): readonly string[] => (resource.depends_on ?? []) as readonly string[];

const waiting = (resource: Json, present: ReadonlySet<string>): Json =>
  resource.depends_on ? { ...resource, depends_on: dependsOn(resource).filter((each) => present.has(each)) } : resource;
