/**
 * The same for equal values, and nothing of them: for the suppression of a finding about a value that is not printed:
 * 24 bits, too few to find a secret by.
 */
export function markOf(value: unknown): string {
  let mark = 0x811c9dc5;
  // FNV-1a
  for (const character of JSON.stringify(value ?? null))
    mark = Math.imul(mark ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return `#${(mark & 0xffffff).toString(16).padStart(6, '0')}`;
}
