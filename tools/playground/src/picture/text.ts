/** Wide enough for most system fonts at 13 px. */
const CHARACTER = { bold: 7.6, normal: 7 };
/** Of a monospaced font at 12.5 px. */
const MONO = 7.6;

export const monoWidth = (text: string): number => text.length * MONO;

/** Lines of at most a width in px; a word that is too long for one is broken. */
export function wrapped(text: string, width: number, weight: keyof typeof CHARACTER = 'normal'): string[] {
  const most = Math.max(4, Math.floor(width / CHARACTER[weight]));
  const lines: string[] = [];
  for (const word of text.split(' ').flatMap((each) => broken(each, most))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const broken = (word: string, most: number): string[] => word.match(new RegExp(`.{1,${most}}`, 'gu')) ?? [];

/** A path in the monospaced font, without its middle where it is too long. */
export function fitted(path: string, width: number): string {
  const most = Math.max(5, Math.floor(width / MONO));
  if (path.length <= most) return path;
  const end = Math.floor((most - 1) / 2);
  return `${path.slice(0, most - 1 - end)}…${path.slice(path.length - end)}`;
}
