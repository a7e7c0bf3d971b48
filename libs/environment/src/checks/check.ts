import { type Complaint } from '../problem';
import { type EnvironmentFile } from '../schema/environment';

/**
 * An environment in which each value may be absent, because it is missing or because it is wrong and already
 * reported. Checks across fields run on it, so that one mistake does not hide the next.
 */
export type Unverified<T> = T extends readonly (infer Item)[]
  ? (Unverified<Item> | undefined)[]
  : T extends object
    ? { [Key in keyof T]?: Unverified<T[Key]> }
    : T;

/** Says what is wrong with values that are each sound, but not together. Pure. */
export type Check = (environment: Unverified<EnvironmentFile>) => Complaint[];

/** The complaint, unless the condition holds. */
export function unless(holds: boolean, complaint: Complaint): Complaint[] {
  return holds ? [] : [complaint];
}

/** The clients of which enough is known to say something. */
export function clientsOf(environment: Unverified<EnvironmentFile>) {
  return Object.entries(environment.clients ?? {}).flatMap(([name, client]) =>
    client === undefined ? [] : [{ name, client, path: ['clients', name] as const }],
  );
}
