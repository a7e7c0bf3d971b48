import { isUnknown } from '../model/value';

type Call = (args: readonly unknown[]) => unknown;

const IDENTITY: Call = ([argument]) => argument;

/** Functions of Terraform that synthesized code makes texts with. Undefined: not known. */
const FUNCTIONS: Readonly<Record<string, Call>> = {
  format: ([pattern, ...values]) => (isText(pattern) ? format(pattern, values) : undefined),
  join: ([separator, ...lists]) => {
    const items = lists.flat();
    return isText(separator) && lists.every(Array.isArray) && items.every(isScalar) ? items.join(separator) : undefined;
  },
  lower: ([text]) => (isText(text) ? text.toLowerCase() : undefined),
  nonsensitive: IDENTITY,
  // Between slashes it is a regular expression, in a language of its own.
  replace: ([text, part, by]) =>
    isText(text) && isText(part) && isText(by) && !/^\/.*\/$/s.test(part) ? text.replaceAll(part, () => by) : undefined,
  tolist: IDENTITY,
  tomap: IDENTITY,
  toset: IDENTITY,
  tostring: IDENTITY,
  upper: ([text]) => (isText(text) ? text.toUpperCase() : undefined),
};

/**
 * What a function makes of its arguments.
 *
 * @see https://developer.hashicorp.com/terraform/language/functions
 */
export function callFunction(name: string, args: readonly unknown[]): unknown {
  const call = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (call === undefined) return undefined;
  return call === IDENTITY || !args.flat().some(isUnknown) ? call(args) : undefined;
}

/** Verbs without width and precision. */
function format(pattern: string, values: readonly unknown[]): string | undefined {
  let used = 0;
  let known = true;
  const text = pattern.replace(/%(.?)/g, (_, verb: string) => {
    if (verb === '%') return '%';
    const value = values[used++];
    known &&= ['s', 'd', 'v'].includes(verb) && isScalar(value);
    return String(value);
  });
  return known && used === values.length ? text : undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
