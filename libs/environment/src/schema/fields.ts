import { z } from 'zod';

/*
 * Every message in the schema is the phrase that follows "expected" in a report: a noun phrase that says what
 * may be written. Every description says what the field is; it is the hint in an editor and in a report.
 */

/** A string of one shape. */
export function text(shape: RegExp, error: string, description: string) {
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

export function choice<const Values extends readonly [string, ...string[]]>(
  values: Values,
  description: string,
) {
  return z.enum(values).meta({ description });
}

/** A string that a function judges, for shapes that a pattern says badly. */
export function checkedText(accepts: (value: string) => boolean, error: string, description: string) {
  return z.string({ error }).refine(accepts, { error }).meta({ description });
}
