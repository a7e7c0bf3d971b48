/** A JSON schema, draft 4, as API Gateway's models are. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/**
 * A small value that a schema is likely to accept: what it shows or lists, else what its types and limits say. Whether it does
 * is for a validator to say: patterns and the like are not followed.
 *
 * @param resolve the schema that a `$ref` points to
 */
export function exampleOf(schema: Schema, resolve: (ref: string) => Schema | undefined, depth = 0): unknown {
  if (depth > DEEPEST) return null;
  const of = (part: unknown): unknown => exampleOf(schemaOf(part), resolve, depth + 1);
  for (const shown of [
    schema['example'],
    schema['default'],
    ...listOf(schema['examples']),
    ...listOf(schema['enum']),
  ]) {
    if (shown !== undefined) return shown;
  }
  if (typeof schema['$ref'] === 'string') return of(resolve(schema['$ref']));
  const [choice] = [...listOf(schema['oneOf']), ...listOf(schema['anyOf'])];
  const parts = [...listOf(schema['allOf']), ...(choice === undefined ? [] : [choice])];
  if (parts.length > 0) return merged([ofType(schema, of), ...parts.map(of)]);
  return ofType(schema, of);
}

/** Deeper than any model; ends one that refers to itself. */
const DEEPEST = 20;

function ofType(schema: Schema, of: (part: unknown) => unknown): unknown {
  switch (typeOf(schema)) {
    case 'object':
      return objectOf(schema, of);
    case 'array':
      return Array.from({ length: Number(schema['minItems'] ?? 0) }, () => of(schema['items']));
    case 'string':
      return stringOf(schema);
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return {};
  }
}

function typeOf({ type, properties }: Schema): unknown {
  const types = Array.isArray(type) ? type : [type];
  return types.find((each) => each !== 'null') ?? (properties ? 'object' : types[0]);
}

function objectOf({ properties, required, minProperties }: Schema, of: (part: unknown) => unknown): object {
  const known = Object.entries(schemaOf(properties));
  const wanted = new Set(listOf(required));
  for (const [name] of known) if (wanted.size < Number(minProperties ?? 0)) wanted.add(name);
  const named = [...wanted].map((name) => [String(name), of(known.find(([each]) => each === name)?.[1])]);
  return Object.fromEntries(named) as object;
}

function stringOf({ format, minLength = 0, maxLength }: Schema): string {
  const formatted = FORMATS[String(format)] ?? 'example';
  return formatted.padEnd(Number(minLength), 'x').slice(0, maxLength === undefined ? undefined : Number(maxLength));
}

function numberOf({ minimum, maximum, exclusiveMinimum, multipleOf = 1 }: Schema): number {
  const step = Number(multipleOf);
  const least = Number(minimum ?? Math.min(step, Number(maximum ?? step)));
  const first = Math.ceil(least / step) * step;
  return exclusiveMinimum === true && first === least ? first + step : first;
}

const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-01-31',
  'date-time': '2026-01-31T12:00:00Z',
  email: 'someone@example.com',
  uri: 'https://example.com',
  uuid: '00000000-0000-4000-8000-000000000000',
};

const merged = (values: readonly unknown[]): unknown =>
  values.every((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
    ? Object.assign({}, ...values)
    : values.at(-1);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const schemaOf = (value: unknown): Schema => (typeof value === 'object' && value !== null ? (value as Schema) : {});
