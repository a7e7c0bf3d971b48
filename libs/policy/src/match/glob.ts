/** One character of a pattern, or what stands for characters. */
export type Token = string | typeof ONE | typeof MANY | typeof ONE_IN_FIELD | typeof MANY_IN_FIELD;

/** `?` and `*`; those in a field do not match a colon. */
export const ONE = Symbol('?');
export const MANY = Symbol('*');
export const ONE_IN_FIELD = Symbol('? but :');
export const MANY_IN_FIELD = Symbol('* but :');

/** Whether the whole text matches, in time that grows with text times pattern, however many wildcards there are. */
export function globMatches(pattern: readonly Token[], text: string): boolean {
  const wildcard = pattern.findIndex((token) => typeof token !== 'string');
  if (wildcard < 0) return pattern.join('') === text;
  // Most patterns differ from most texts before their first wildcard.
  if (!text.startsWith(pattern.slice(0, wildcard).join(''))) return false;
  return restMatches(pattern.slice(wildcard), text.slice(wildcard));
}

function restMatches(pattern: readonly Token[], text: string): boolean {
  let reached = [...pattern, undefined].map((_, at) => at === 0);
  skipStars(pattern, reached);
  for (const char of text.split('')) {
    const next: boolean[] = reached.map(() => false);
    pattern.forEach((token, at) => {
      if (reached[at] && takes(token, char)) next[isStar(token) ? at : at + 1] = true;
    });
    skipStars(pattern, next);
    reached = next;
  }
  return reached[pattern.length] === true;
}

/** A star may stand for nothing. */
function skipStars(pattern: readonly Token[], reached: boolean[]): void {
  pattern.forEach((token, at) => {
    if (reached[at] && isStar(token)) reached[at + 1] = true;
  });
}

const isStar = (token: Token): boolean => token === MANY || token === MANY_IN_FIELD;

const takes = (token: Token, char: string): boolean =>
  typeof token === 'string' ? token === char : token === ONE || token === MANY || char !== ':';
