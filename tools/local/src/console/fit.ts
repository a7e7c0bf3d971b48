/** A text of at most so many columns; `…` stands for what was cut from its middle. */
export function fit(text: string, width: number): string {
  const characters = [...text];
  const columns = characters.map(columnsOf);
  if (sum(columns) <= width) return text;
  // The end of a path or of a step says more than its middle.
  const tail = take([...characters].reverse(), Math.floor((width - 1) / 2)).reverse();
  const head = take(characters, width - 1 - sum(tail.map(columnsOf)));
  return `${head.join('')}…${tail.join('')}`;
}

function take(characters: readonly string[], width: number): string[] {
  let left = width;
  const end = characters.findIndex((character) => (left -= columnsOf(character)) < 0);
  return characters.slice(0, end < 0 ? undefined : end);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** East Asian characters and emoji take two. */
const columnsOf = (character: string): number => ((character.codePointAt(0) ?? 0) >= 0x1100 ? wide(character) : 1);

const wide = (character: string): number =>
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303f\uff00-\uff60]/u.test(
    character,
  )
    ? 2
    : 1;
