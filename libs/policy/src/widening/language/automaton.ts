import { CharSet, DFA, NFA, type NodeFactory, type NoParent, type Concatenation } from 'refa';
import { Budget } from '../budget';
import { MANY, MANY_IN_FIELD, ONE, ONE_IN_FIELD, type Token } from '../../match/glob';
import { type Pattern } from './pattern';

const maxCharacter = 0xffff;

/** Symbols stand for texts of any length, so only `*` takes them. */
const symbols = { min: 0xe000, max: 0xf8ff };
const any = CharSet.all(maxCharacter);
const one = any.without(CharSet.fromRange(maxCharacter, symbols));
const inField = one.without(CharSet.fromCharacter(maxCharacter, ':'.charCodeAt(0)));

/** More states than that in one automaton, and the question is left open. */
const MOST_STATES = 20_000;

class TooMany extends Error {}

/** Makes states as long as there may be more. @param cost how much work each is */
function metered<S>(states: Budget, make: () => S, cost = 1): NodeFactory<S> {
  const own = new Budget(MOST_STATES);
  return {
    createNode() {
      if (own.spend(1) && states.spend(cost)) return make();
      throw new TooMany();
    },
  };
}

/** A text in one pattern of each list, and in none of the others; `undefined` where there is none. */
export function wordIn(
  all: readonly (readonly Pattern[])[],
  none: readonly Pattern[],
  states: Budget,
): string | undefined | 'open' {
  try {
    const [first = [], ...rest] = all.map((each) => union(each, states));
    let found = first as NFA;
    for (const each of rest) found = NFA.fromIntersection(found, each, nfa(states));
    if (none.length > 0) found = NFA.fromIntersection(found, complement(none, states), nfa(states));
    return shortest(found);
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    states.isShort = true;
    return 'open';
  }
}

const nfa = (states: Budget) => metered(states, () => NFA.nodeFactory.createNode());

/** Its states stand for sets of those of the patterns. */
const dfa = (states: Budget, patterns: number) => metered(states, () => DFA.nodeFactory.createNode(), patterns);

function union(patterns: readonly Pattern[], states: Budget): NFA {
  if (patterns.length === 1 && patterns[0]) return automatonOf(patterns[0], states);
  return NFA.fromRegex(patterns.map(regex), { maxCharacter }, {}, nfa(states));
}

/** What is asked of one change again and again. */
const complements = new WeakMap<Budget, Map<string, DFA | undefined>>();

function complement(patterns: readonly Pattern[], states: Budget): DFA {
  const known = complements.get(states) ?? new Map<string, DFA | undefined>();
  complements.set(states, known);
  const key = JSON.stringify(patterns.map((each) => each.key).sort());
  // Without one, it was too large.
  if (!known.has(key)) known.set(key, undefined).set(key, complementOf(patterns, states));
  const found = known.get(key);
  if (!found) throw new TooMany();
  return found;
}

function complementOf(patterns: readonly Pattern[], states: Budget): DFA {
  const found = DFA.fromFA(union(patterns, states), dfa(states, patterns.length));
  found.complement(dfa(states, 1));
  return found;
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

function automatonOf(pattern: Pattern, states: Budget): NFA {
  const found = automata.get(pattern) ?? NFA.fromRegex(regex(pattern), { maxCharacter }, {}, nfa(states));
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
