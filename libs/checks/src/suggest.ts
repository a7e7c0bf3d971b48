import { closest, distance } from 'fastest-levenshtein';

/** `Did you mean "…"?` when one of the known words is close enough to be a slip of the fingers. */
export function didYouMean(written: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const lower = known.map((word) => word.toLowerCase());
  const best = closest(written.toLowerCase(), lower);
  const slips = distance(written.toLowerCase(), best);
  const isSlip = slips <= Math.max(1, Math.floor(best.length / 4)) || (slips === 2 && isAnagram(written, best));
  return isSlip ? `Did you mean ${JSON.stringify(known[lower.indexOf(best)])}?` : undefined;
}

/** With a distance of two: two letters that changed places. */
const isAnagram = (one: string, other: string): boolean => sorted(one) === sorted(other);

const sorted = (word: string): string => [...word.toLowerCase()].sort().join('');
