import { MANY, MANY_IN_FIELD, ONE, ONE_IN_FIELD, type Token } from './glob';

/** The value of a policy variable in this request, where it has one; else it is its default. */
export type Variables = (name: string, otherwise: string | undefined) => string | undefined;

const VARIABLE = /\$\{([^{}]*)\}/g;

/** `${*}`, `${?}` and `${$}`: the characters themselves. */
const special = /^[*?$]$/;

/** `${aws:PrincipalTag/team, 'company-wide'}` */
const withDefault = /^(.*?),\s*'([^']*)'$/;

/**
 * The pattern with its variables filled in; `undefined` where one has no value, so that the pattern matches nothing.
 *
 * @param variables what variables stand for; without it `${...}` is text, as before version 2012-10-17
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function tokensOf(text: string, variables: Variables | undefined, wildcards: boolean): Token[] | undefined {
  const tokens: Token[] = [];
  for (const part of partsOf(text, variables)) {
    if (part === undefined) return undefined;
    tokens.push(...(wildcards && !part.value ? part.text.split('').map(wildcard) : part.text.split('')));
  }
  return tokens;
}

/**
 * The pattern of an ARN: wildcards in its first five fields stay in their field.
 *
 * @param wide whether `*` at the end of a field goes on into the next ones, and variables are for the last field alone,
 *   as in `Resource`; in conditions it does not, and they are for all
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function arnTokens(text: string, variables: Variables | undefined, wide: boolean): Token[] | undefined {
  const tokens: Token[] = [];
  let colons = 0;
  for (const part of partsOf(text, variables)) {
    if (part === undefined || (part.value && wide && colons < 5)) return undefined;
    if (part.value) {
      tokens.push(...part.text.split(''));
      continue;
    }
    part.text.split('').forEach((char, at, all) => {
      if (char === ':') colons += 1;
      const endsField = at === all.length - 1 || all[at + 1] === ':';
      tokens.push(colons < 5 && !(wide && char === '*' && endsField) ? inField(char) : wildcard(char));
    });
  }
  return tokens;
}

interface Part {
  readonly text: string;
  /** Comes from a variable, so that `*` in it is no wildcard. */
  readonly value: boolean;
}

function partsOf(text: string, variables: Variables | undefined): (Part | undefined)[] {
  if (!variables) return [{ text, value: false }];
  return text.split(VARIABLE).map((part, at) => {
    if (at % 2 === 0) return { text: part, value: false };
    const value = valueOf(part, variables);
    return value === undefined ? undefined : { text: value, value: true };
  });
}

function valueOf(variable: string, variables: Variables): string | undefined {
  if (special.test(variable)) return variable;
  const [, name = variable, otherwise] = withDefault.exec(variable) ?? [];
  return variables(name, otherwise) ?? otherwise;
}

const wildcard = (char: string): Token => (char === '*' ? MANY : char === '?' ? ONE : char);

const inField = (char: string): Token => (char === '*' ? MANY_IN_FIELD : char === '?' ? ONE_IN_FIELD : char);
