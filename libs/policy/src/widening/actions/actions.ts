import { type AccessLevel } from '../model';
import { decode } from './names';
import table from './table.json';

export interface Action {
  /** `s3:GetObject` */
  readonly name: string;
  readonly level: AccessLevel;
  /** Whether a policy can name resources for it. */
  readonly hasResources: boolean;
}

const services: Readonly<Record<string, Readonly<Record<string, string>>>> = table.services;

const read = new Map<string, ReadonlyMap<string, Action>>();

/** Actions of a service by name in lower case; of most services only those that know no resource. */
export function actionsOf(service: string): ReadonlyMap<string, Action> {
  const found = read.get(service) ?? readService(service);
  read.set(service, found);
  return found;
}

function readService(service: string): ReadonlyMap<string, Action> {
  const groups = Object.hasOwn(services, service) ? (services[service] ?? {}) : {};
  const all = Object.entries(groups).flatMap(([group, names]) =>
    decode(names).map((name): [string, Action] => {
      const level = group.replace('*', '') as AccessLevel;
      return [
        `${service}:${name}`.toLowerCase(),
        { name: `${service}:${name}`, level, hasResources: !group.endsWith('*') },
      ];
    }),
  );
  return new Map(all);
}

export const serviceNames = (): string[] => Object.keys(services);

/** An action by its name in any case. */
export const actionNamed = (name: string): Action | undefined =>
  actionsOf(name.split(':')[0]?.toLowerCase() ?? '').get(name.toLowerCase());
