import type { Located } from '../model';
import { nameOf } from '../model/located';
import type { Violation } from './rule';

/** What a rule finds in one thing; its place and subject are those of the thing, unless it says others. */
export type Found = (Omit<Violation, 'at' | 'subject'> & Partial<Violation> & { readonly when?: boolean }) | undefined;

/** Something with a name, which may not be known yet. */
export type Named = Located & { readonly name: unknown };

/** A person, who is called by the Terraform address: the name of a user is an e-mail address or a phone number. */
export const unnamed = <T extends Named>(person: T): T & { readonly name: string } => ({
  ...person,
  name: person.address,
});

/** What is found in one thing, without that of which `when` is false. */
export function violationsAt(at: Located, subject: string, found: Found | readonly Found[]): readonly Violation[] {
  if (found === undefined) return NONE;
  if (!isList(found)) return found.when === false ? NONE : [{ at, subject, ...found }];
  const wrong = found.filter((each) => each !== undefined && each.when !== false);
  return wrong.length === 0 ? NONE : wrong.map((each) => ({ at, subject, ...(each as NonNullable<Found>) }));
}

/** The violations of things that are called by kind and name: `user pool people`. A text alone holds for each of them. */
export const violations = <T extends Named>(
  kind: string,
  things: readonly T[],
  find: string | ((thing: T) => Found | readonly Found[]),
): Violation[] =>
  things.flatMap((thing) =>
    violationsAt(thing, `${kind} ${nameOf(thing)}`, typeof find === 'string' ? { message: find } : find(thing)),
  );

const isList = (found: Found | readonly Found[]): found is readonly Found[] => Array.isArray(found);

/** Nearly always there is nothing. */
const NONE: readonly Violation[] = Object.freeze([]);
