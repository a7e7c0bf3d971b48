import { type CatalogueEntry } from '../catalogue';
import { filled, type Place } from '../place';
import { type Found, hasReference, placeOf } from './stack';

/** A resource whose name no deploy may make, because it does not say whose it is. */
export function nameProblems(found: Found, entry: CatalogueEntry, place: Place): string[] {
  const { name } = entry;
  if (name === undefined) return [];
  const given = found.attributes[name.attribute];
  // Another resource's name, or one that the provider puts together: no longer literal, so not known here.
  if (typeof given === 'string' && hasReference(given)) return [];
  const beginnings = name.beginnings.map((beginning) => filled(beginning, place));
  if (typeof given === 'string' && beginnings.some((beginning) => given.startsWith(beginning))) return [];
  return [
    [
      placeOf(found),
      `  expected  a "${name.attribute}" that begins with ${beginnings.join(' or ')}: a deploy may make no others`,
      `  found     ${JSON.stringify(given) ?? 'no name'}`,
      `  to do     Name it with resourceName(environment, '...') of @gatehouse/environment.`,
    ].join('\n'),
  ];
}
