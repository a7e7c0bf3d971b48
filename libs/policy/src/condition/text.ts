import { globMatches } from '../match/glob';
import { arnTokens, tokensOf, type Variables } from '../match/pattern';

type Compare = (actual: string, wanted: string, variables: Variables | undefined) => boolean;

const lower = (variables: Variables | undefined): Variables | undefined =>
  variables && ((name, otherwise) => variables(name, otherwise)?.toLowerCase());

/** A value whose variable has no value equals nothing, and is like nothing. */
const compare =
  (wildcards: boolean): Compare =>
  (actual, wanted, variables) => {
    const tokens = tokensOf(wanted, variables, wildcards);
    return tokens !== undefined && globMatches(tokens, actual);
  };

const equals = compare(false);

export const stringOperators = {
  equals,
  equalsIgnoreCase: ((actual, wanted, variables) =>
    equals(actual.toLowerCase(), wanted.toLowerCase(), lower(variables))) satisfies Compare,
  like: compare(true),
};

/** Field by field, each with its wildcards. What is matched by a pattern of fewer than six fields is not documented. */
export function arnMatches(actual: string, wanted: string, variables: Variables | undefined): boolean | undefined {
  const tokens = arnTokens(wanted, variables, false);
  if (tokens === undefined) return false;
  return tokens.filter((token) => token === ':').length < 5 ? undefined : globMatches(tokens, actual);
}

export const isAnything = (): boolean => true;
