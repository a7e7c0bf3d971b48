/**
 * A line for a terminal: what a caller wrote cannot move the cursor, start a line of its own, or turn the direction of the
 * text.
 */
export const printable = (line: string): string =>
  line.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (character) => escapeOf(character.codePointAt(0) as number));

const escapeOf = (code: number): string =>
  code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u{${code.toString(16)}}`;
