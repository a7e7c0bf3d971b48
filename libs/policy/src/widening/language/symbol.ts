/**
 * Text that stands for a value that nobody knows: a policy variable, or what a plan does not tell. Its characters are of
 * Unicode's private use area, which IAM refuses in policies, so no text of a policy can be mistaken for it.
 */
const START = 0xe000;
const END = 0xe001;
const BASE = 0xe100;

/** Whether AWS would refuse the text because of characters that stand for symbols here. */
export const hasSymbol = (text: string): boolean => /[\ue000-\uf8ff]/.test(text);

export const isSymbolChar = (char: string): boolean => char >= '\ue000' && char <= '\uf8ff';

/** The same name gives the same symbol; case counts. */
export function symbol(name: string): string {
  const letters = [...name].map((char) => String.fromCharCode(BASE + (char.charCodeAt(0) & 0xfff)));
  return `${String.fromCharCode(START)}${letters.join('')}${String.fromCharCode(END)}`;
}

/** The text with its symbols replaced by what they stand for. */
export const replaceSymbols = (text: string, valueOf: (name: string) => string): string =>
  text.replace(/\ue000([^\ue001]*)\ue001/g, (_, letters: string) => valueOf(nameIn(letters)));

const nameIn = (letters: string): string =>
  [...letters].map((char) => String.fromCharCode(char.charCodeAt(0) - BASE)).join('');
