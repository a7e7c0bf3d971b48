const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Sorted names as text: each as how many letters it begins with that the one before has, and the rest. */
export const encode = (names: readonly string[]): string =>
  [...names]
    .sort()
    .map((name, at, all) => {
      const common = commonLetters(all[at - 1] ?? '', name);
      return `${DIGITS[common]}${name.slice(common)}`;
    })
    .join(' ');

export function decode(text: string): string[] {
  let last = '';
  return text.split(' ').map((part) => (last = last.slice(0, DIGITS.indexOf(part[0] ?? '0')) + part.slice(1)));
}

function commonLetters(left: string, right: string): number {
  let count = 0;
  while (count < left.length && count < DIGITS.length - 1 && left[count] === right[count]) count += 1;
  return count;
}
