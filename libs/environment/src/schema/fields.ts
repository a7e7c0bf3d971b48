import { type Format } from '@gatehouse/checks';
import { z } from 'zod';

/*
 * Every message in the schema is the phrase that follows "expected" in a report: a noun phrase that says what
 * may be written. Every description says what the field is; it is the hint in an editor and in a report.
 */

/** An object with these keys and no others. */
export function object<Shape extends z.ZodRawShape>(description: string, shape: Shape) {
  return z.strictObject(shape).meta({ description });
}

/** An object with any keys of one form. */
export function record<Value extends z.ZodType>({ pattern, expected }: Format, value: Value, description: string) {
  return z.record(z.string().regex(pattern, { error: expected }), value).meta({ description });
}

/** @param atLeastOne what there has to be, such as "at least one ARN"; without it the list may be empty */
export function list<Item extends z.ZodType>(item: Item, description: string, atLeastOne?: string) {
  const items = z.array(item);
  return (atLeastOne === undefined ? items : items.min(1, { error: atLeastOne })).meta({ description });
}

/** One of a few numbers; `expected` says what they are. */
export function oneOf(values: readonly number[], expected: string, description: string) {
  const error = `${expected}: ${values.join(', ')}`;
  const literals = values.map((value) => z.literal(value));
  return z.union(literals, { error }).meta({ description });
}

/** A string of a form that constructs check too. */
export function formatted({ pattern, expected }: Format, description: string) {
  return text(pattern, expected, description);
}

/** A string of one shape. @param expected what it is; of a value that is wrong in a way of its own, what it should be */
export function text(shape: RegExp, expected: string | ((value: unknown) => string), description: string) {
  const error = typeof expected === 'string' ? expected : ({ input }: { readonly input?: unknown }) => expected(input);
  return z.string({ error }).regex(shape, { error }).meta({ description });
}

/** A whole number in a range; `unit` is what it counts. */
export function whole(min: number, max: number, unit: string, description: string) {
  const error = `a whole number of ${unit} from ${min} to ${max}`;
  return z.int({ error }).min(min, { error }).max(max, { error }).meta({ description });
}

export function flag(description: string) {
  return z.boolean().meta({ description });
}

/** @param error what may be written, where the values are too many to list */
export function choice<const Values extends readonly string[]>(values: Values, description: string, error?: string) {
  return z.enum(values, error).meta({ description });
}

/** A string that a function checks, for shapes that a pattern says badly. */
export function checkedText(accepts: (value: string) => boolean, error: string, description: string) {
  return z.string({ error }).refine(accepts, { error }).meta({ description });
}
