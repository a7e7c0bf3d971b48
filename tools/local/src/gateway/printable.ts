/** A line for a terminal: what a client sent cannot move the cursor or start a line of its own. */
export const printable = (line: string): string =>
  line.replace(/[\x00-\x1f\x7f-\x9f]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
