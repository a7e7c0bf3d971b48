import { type Rule } from './rule';

/** One rule of each list. */
export function* tuples([first, ...rest]: readonly (readonly Rule[])[]): Generator<Rule[]> {
  if (!first) return;
  for (const rule of first) {
    if (rest.length === 0) yield [rule];
    else for (const others of tuples(rest)) yield [rule, ...others];
  }
}
