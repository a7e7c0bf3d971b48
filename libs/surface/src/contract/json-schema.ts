import { isObject } from '@gatehouse/checks';

/** A schema in OpenAPI 3.0's words. */
export type Schema = Readonly<Record<string, unknown>>;

/** What OpenAPI 3.0 has of JSON schema, draft 4, and takes as it is. */
const same = new Set([
  'default',
  'description',
  'enum',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'format',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'multipleOf',
  'pattern',
  'required',
  'title',
  'uniqueItems',
]);

/**
 * A model of API Gateway, JSON schema draft 4, as OpenAPI 3.0 writes one. What OpenAPI cannot say, such as `patternProperties`, is left
 * out: the result allows more, never less.
 *
 * @param model name of the model, which its own definitions are found below
 * @see https://spec.openapis.org/oas/v3.0.3#schema-object
 */
export function openApiSchema(schema: unknown, model: string): Schema {
  if (!isObject(schema)) return {};
  if (typeof schema['$ref'] === 'string') return { $ref: reference(schema['$ref'], model) };
  const convert = (inner: unknown): Schema => openApiSchema(inner, model);
  const { additionalProperties, items, not, properties } = schema;
  return {
    ...Object.fromEntries(Object.entries(schema).filter(([key]) => same.has(key))),
    ...typeOf(schema['type']),
    ...(isObject(properties) && { properties: mapped(properties, convert) }),
    ...(isObject(schema['patternProperties'])
      ? {}
      : additionalProperties !== undefined && {
          additionalProperties: isObject(additionalProperties) ? convert(additionalProperties) : additionalProperties,
        }),
    // An array needs its items said.
    ...((items !== undefined || schema['type'] === 'array') && {
      items: Array.isArray(items) ? { anyOf: items.map(convert) } : convert(items),
    }),
    ...Object.fromEntries(
      ['allOf', 'anyOf', 'oneOf'].flatMap((key) => {
        const list = schema[key];
        return Array.isArray(list) ? [[key, list.map(convert)]] : [];
      }),
    ),
    ...(isObject(not) && { not: convert(not) }),
  };
}

/** Schemas of a model by name: its own, and those that it defines for itself. */
export function schemasOf(model: string, schema: unknown): Record<string, Schema> {
  const definitions = isObject(schema) && isObject(schema['definitions']) ? schema['definitions'] : {};
  return {
    [model]: openApiSchema(schema, model),
    ...Object.fromEntries(
      Object.entries(definitions).map(([name, inner]) => [`${model}_${name}`, openApiSchema(inner, model)]),
    ),
  };
}

function typeOf(type: unknown): Schema {
  if (!Array.isArray(type)) return type === 'null' ? { nullable: true } : type === undefined ? {} : { type };
  const types = type.filter((each) => each !== 'null');
  const nullable = types.length < type.length && { nullable: true };
  return types.length === 1 ? { type: types[0] as unknown, ...nullable } : { ...nullable };
}

/** `#/definitions/Item` of a model, or another model by its URL. */
function reference(text: string, model: string): string {
  const name = text.slice(text.lastIndexOf('/') + 1);
  if (text === '#') return `#/components/schemas/${model}`;
  return `#/components/schemas/${text.startsWith('#/definitions/') ? `${model}_${name}` : name}`;
}

function mapped(
  values: Readonly<Record<string, unknown>>,
  convert: (value: unknown) => Schema,
): Record<string, Schema> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, convert(value)]));
}
