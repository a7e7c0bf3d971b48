import { closest, distance } from 'fastest-levenshtein';

/** `Did you mean "…"?` when one of the known words is close enough to be a slip of the fingers. */
export function didYouMean(written: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const lower = known.map((word) => word.toLowerCase());
  const best = closest(written.toLowerCase(), lower);
  const isSlip = distance(written.toLowerCase(), best) <= Math.max(1, Math.floor(best.length / 4));
  return isSlip ? `Did you mean ${JSON.stringify(known[lower.indexOf(best)])}?` : undefined;
}
