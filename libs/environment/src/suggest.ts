import { closest, distance } from 'fastest-levenshtein';

/** `Did you mean "…"?` when one of the known words is close enough to be a slip of the fingers. */
export function didYouMean(written: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const best = closest(
    written.toLowerCase(),
    known.map((word) => word.toLowerCase()),
  );
  const word = known.find((candidate) => candidate.toLowerCase() === best) ?? best;
  const slips = distance(written.toLowerCase(), best);
  return slips <= Math.max(1, Math.floor(best.length / 4))
    ? `Did you mean ${JSON.stringify(word)}?`
    : undefined;
}
