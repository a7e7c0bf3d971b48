import { CharSet, DFA, NFA, type NoParent, type Concatenation, TooManyNodesError } from 'refa';
import { MANY, MANY_IN_FIELD, ONE, ONE_IN_FIELD, type Token } from '../../match/glob';
import { type Pattern } from './pattern';

const maxCharacter = 0xffff;

/** Symbols stand for texts of any length, so only `*` takes them. */
const symbols = { min: 0xe000, max: 0xf8ff };
const any = CharSet.all(maxCharacter);
const one = any.without(CharSet.fromRange(maxCharacter, symbols));
const inField = one.without(CharSet.fromCharacter(maxCharacter, ':'.charCodeAt(0)));

/** More states than that, and the question is left open. */
const MOST_STATES = 20_000;

/** A text in one pattern of each list, and in none of the others; `undefined` where there is none. */
export function wordIn(all: readonly (readonly Pattern[])[], none: readonly Pattern[]): string | undefined | 'open' {
  try {
    const [first = [], ...rest] = all.map(union);
    let found = first as NFA;
    for (const each of rest) found = NFA.fromIntersection(found, each, limited());
    if (none.length > 0) found = NFA.fromIntersection(found, complement(none), limited());
    return shortest(found);
  } catch (error) {
    if (error instanceof TooManyNodesError) return 'open';
    throw error;
  }
}

const limited = () => new NFA.LimitedNodeFactory(MOST_STATES);

function union(patterns: readonly Pattern[]): NFA {
  if (patterns.length === 1 && patterns[0]) return automatonOf(patterns[0]);
  return NFA.fromRegex(patterns.map(regex), { maxCharacter }, {}, limited());
}

function complement(patterns: readonly Pattern[]): DFA {
  const dfa = DFA.fromFA(union(patterns), new DFA.LimitedNodeFactory(MOST_STATES));
  dfa.complement(new DFA.LimitedNodeFactory(MOST_STATES));
  return dfa;
}

/** State by state: paths would be too many. */
function shortest({ finals, initial }: NFA): string | undefined {
  const words = new Map<NFA.Node, string>([[initial, '']]);
  for (const [node, word] of words) {
    if (finals.has(node)) return word;
    for (const [next, chars] of node.out) {
      const [range] = chars.ranges;
      if (range && !words.has(next)) words.set(next, word + String.fromCharCode(readable(chars) ?? range.min));
    }
  }
  return undefined;
}

/** A letter or digit, where one will do. */
const readable = (chars: CharSet): number | undefined =>
  ['x', '1', '-', '/', ':'].map((char) => char.charCodeAt(0)).find((char) => chars.has(char));

const automata = new WeakMap<Pattern, NFA>();

function automatonOf(pattern: Pattern): NFA {
  const found = automata.get(pattern) ?? NFA.fromRegex(regex(pattern), { maxCharacter }, {}, limited());
  automata.set(pattern, found);
  return found;
}

const regex = ({ tokens }: Pattern): NoParent<Concatenation> => ({
  type: 'Concatenation',
  elements: tokens.map((token) =>
    token === MANY || token === MANY_IN_FIELD
      ? {
          type: 'Quantifier',
          min: 0,
          max: Infinity,
          lazy: false,
          alternatives: [{ type: 'Concatenation', elements: [characters(token)] }],
        }
      : characters(token),
  ),
});

const characters = (token: Token) => ({ type: 'CharacterClass' as const, characters: setOf(token) });

function setOf(token: Token): CharSet {
  if (token === MANY) return any;
  if (token === ONE) return one;
  if (token === ONE_IN_FIELD || token === MANY_IN_FIELD) return inField;
  return CharSet.fromCharacter(maxCharacter, (token as string).charCodeAt(0));
}
