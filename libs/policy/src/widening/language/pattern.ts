import { globMatches, MANY, MANY_IN_FIELD, ONE, ONE_IN_FIELD, type Token } from '../../match/glob';
import { arnTokens, tokensOf } from '../../match/pattern';
import { hasSymbol, isSymbolChar, symbol } from './symbol';

/** What a pattern of a policy stands for: a set of texts. */
export interface Pattern {
  /** As it is written; equal keys stand for the same texts. */
  readonly key: string;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The one text that it stands for, where it has no wildcard. */
  readonly literal?: string;
  /** Literal characters that each text begins and ends with. */
  readonly prefix: string;
  readonly suffix: string;
}

const known = new Map<string, Pattern>();
const MOST_KNOWN = 50_000;

function pattern(key: string, text: string, tokens: () => readonly Token[]): Pattern {
  const found = known.get(key);
  if (found) return found;
  if (known.size > MOST_KNOWN) known.clear();
  const made = of(key, text, tokens());
  known.set(key, made);
  return made;
}

function of(key: string, text: string, tokens: readonly Token[]): Pattern {
  const first = tokens.findIndex((token) => typeof token !== 'string');
  if (first < 0) {
    const literal = tokens.join('');
    return { key, text, tokens, literal, prefix: literal, suffix: literal };
  }
  const last = tokens.findLastIndex((token) => typeof token !== 'string');
  return { key, text, tokens, prefix: tokens.slice(0, first).join(''), suffix: tokens.slice(last + 1).join('') };
}

/** The name of a variable is in any case. With a default it stands for something else: others get what that names. */
const variableAsSymbol = (name: string, otherwise: string | undefined): string =>
  symbol(`${name.toLowerCase()}${otherwise === undefined ? '' : `, '${otherwise}'`}`);

/** An action in any case: `s3:Get*`. */
export const actionPattern = (text: string): Pattern => {
  const lower = text.toLowerCase();
  // In `*:*` each part is anything, as in `*`; an action has a colon.
  return pattern(`action ${lower}`, text, () => tokensOf(lower === '*' ? '*:*' : lower, undefined, true) ?? []);
};

/**
 * The pattern of a resource. Variables are symbols; one that AWS does not fill in makes the pattern stand for nothing.
 *
 * @param variables whether `${...}` is a variable
 */
export function resourcePattern(text: string, variables: boolean): Pattern | undefined {
  if (text === '*') return anything;
  const tokens = arnTokens(text, variables ? variableAsSymbol : undefined, true);
  return tokens && pattern(`resource ${variables && text.includes('${')} ${text}`, text, () => tokens);
}

/** The patterns of a resource: a variable with a default is itself, or else what it has by default. */
export const resourcePatterns = (text: string, variables: boolean): Pattern[] =>
  [text, ...(variables && HAS_DEFAULT.test(text) ? [text.replace(DEFAULTS, '$1}')] : [])].flatMap(
    (each) => resourcePattern(each, variables) ?? [],
  );

const HAS_DEFAULT = /\$\{[^{},]*,[^{}]*\}/;
const DEFAULTS = /(\$\{[^{},]*),[^{}]*\}/g;

/** A value of a condition. */
export function valuePattern(text: string, as: 'equals' | 'like' | 'arn', variables: boolean): Pattern | undefined {
  const filled = variables ? variableAsSymbol : undefined;
  const tokens = as === 'arn' ? arnTokens(text, filled, false) : tokensOf(text, filled, as === 'like');
  return tokens && pattern(`${as} ${variables && text.includes('${')} ${text}`, text, () => tokens);
}

export const anything: Pattern = pattern('anything', '*', () => [MANY]);

/** The same pattern, with each symbol a wildcard. */
export function widened(each: Pattern): Pattern {
  if (!each.tokens.some((token) => typeof token === 'string' && isSymbolChar(token))) return each;
  const tokens: Token[] = [];
  for (const token of each.tokens) {
    if (typeof token !== 'string' || !isSymbolChar(token)) tokens.push(token);
    else if (token === '\ue000') tokens.push(MANY);
  }
  return pattern(`widened ${each.key}`, each.text, () => tokens);
}

/** Whether the pattern stands for the text. A symbol is matched by itself and by `*` alone: its length is not known. */
export function matches({ tokens, literal }: Pattern, text: string): boolean {
  if (literal !== undefined) return literal === text;
  return hasSymbol(text) ? within(tokens, text.split('')) : globMatches(tokens, text);
}

/** Whether each text that `inner` stands for is one of `outer`; `false` may be wrong, `true` is not. */
export const contains = (outer: Pattern, inner: Pattern): boolean =>
  outer.key === inner.key ||
  (inner.literal === undefined
    ? outer.literal === undefined && startsAlike(outer, inner) && within(outer.tokens, inner.tokens)
    : matches(outer, inner.literal));

const startsAlike = (outer: Pattern, inner: Pattern): boolean =>
  inner.prefix.startsWith(outer.prefix) && inner.suffix.endsWith(outer.suffix);

/** Whether no text is in both; `false` may be wrong, `true` is not. */
export function disjoint(left: Pattern, right: Pattern): boolean {
  if (left.literal !== undefined) return !matches(right, left.literal);
  if (right.literal !== undefined) return !matches(left, right.literal);
  const starts = left.prefix.startsWith(right.prefix) || right.prefix.startsWith(left.prefix);
  return !starts || !(left.suffix.endsWith(right.suffix) || right.suffix.endsWith(left.suffix));
}

/** Matches a pattern against the tokens of another: a wildcard takes what is no wider than itself. */
function within(outer: readonly Token[], inner: readonly Token[]): boolean {
  let reached = [...outer, undefined].map((_, at) => at === 0);
  skip(outer, reached);
  for (const each of inner) {
    const next: boolean[] = reached.map(() => false);
    outer.forEach((token, at) => {
      if (reached[at] && takes(token, each)) next[isMany(token) ? at : at + 1] = true;
    });
    skip(outer, next);
    reached = next;
  }
  return reached[outer.length] === true;
}

function skip(outer: readonly Token[], reached: boolean[]): void {
  outer.forEach((token, at) => {
    if (reached[at] && isMany(token)) reached[at + 1] = true;
  });
}

const isMany = (token: Token): boolean => token === MANY || token === MANY_IN_FIELD;

function takes(outer: Token, inner: Token): boolean {
  if (outer === MANY || outer === inner) return true;
  if (typeof outer === 'string') return false;
  if (typeof inner === 'string') return !isSymbolChar(inner) && (outer === ONE || inner !== ':');
  if (outer === ONE) return inner === ONE_IN_FIELD;
  return outer === MANY_IN_FIELD && inner === ONE_IN_FIELD;
}
