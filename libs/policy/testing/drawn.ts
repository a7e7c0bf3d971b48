import fc from 'fast-check';
import { type Drawn } from './oracle';
import { actionPatterns, named, resourcePatterns, spared } from './universe';

/** Statements of the small universe. */
const some = (names: readonly string[]) => fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 });
const rarely = fc.integer({ min: 0, max: 4 }).map((drawn) => drawn === 0);

export const maybe = <T>(drawn: fc.Arbitrary<T>) => fc.option(drawn, { nil: undefined, freq: 1 });

const strings = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'].flatMap((operator) =>
  ['', 'ForAllValues:', 'ForAnyValue:'].flatMap((set) => [`${set}${operator}`, `${set}${operator}IfExists`]),
);
const condition = fc.oneof(
  fc.record({ operator: fc.constantFrom(...strings), values: some(['x', 'y', '*', '?', 'z']) }),
  fc.record({ operator: fc.constant('Null'), values: some(['true', 'false']) }),
);

const principal = fc.oneof(
  { weight: 4, arbitrary: fc.record({ not: fc.constant(false), names: some(Object.keys(named)) }) },
  fc.record({ not: fc.constant(true), names: fc.constantFrom(...Object.keys(spared)).map((name) => [name]) }),
);

export const statement: fc.Arbitrary<Drawn> = fc
  .record({
    effect: rarely.map((denies) => (denies ? ('Deny' as const) : ('Allow' as const))),
    principal,
    actions: fc.record({ not: rarely, patterns: some(Object.keys(actionPatterns)) }),
    resources: fc.record({ not: rarely, patterns: some(Object.keys(resourcePatterns)) }),
    condition: maybe(condition),
  })
  // Only Deny has NotPrincipal.
  .map((drawn) => (drawn.principal.not ? { ...drawn, effect: 'Deny' as const } : drawn));

export const document = fc.array(statement, { maxLength: 2 });
