import { type SettingsSchema } from './environment';
import { type FieldSchema, resolvedSchema } from './json-schema';

/**
 * JSON Schema for editors. It describes one file and not the merged whole: nothing is required, because a file
 * may inherit anything, and null may stand where it removes what was inherited.
 */
export function editorSchema(settings?: SettingsSchema): object {
  const extend = {
    type: 'string',
    pattern: '\\.json$',
    description:
      'File that this one is laid over, relative to this file: objects merge, lists and scalars replace, null removes.',
  };
  const what = 'One environment, or a part that environments extend.';
  return schemaFile('schema.json', oneFile(resolvedSchema(settings)), 'Gatehouse environment', what, {
    extends: extend,
  });
}

/** A schema as a file in `environments`, named in each file that it describes. */
export function schemaFile(name: string, schema: FieldSchema, title: string, what: string, own = {}): object {
  const { $schema, properties, ...root } = schema as FieldSchema & { $schema: string };
  return {
    $schema,
    title,
    description: `${what} Generated: npm run schema.`,
    ...root,
    properties: {
      $schema: { type: 'string', description: `This schema, for editors: "./${name}".` },
      ...own,
      ...properties,
    },
  };
}

function oneFile({ required = [], properties, additionalProperties: any, items, ...field }: FieldSchema): FieldSchema {
  const members = Object.entries(properties ?? {}).map(([key, value]) => [
    key,
    required.includes(key) ? oneFile(value) : removable(oneFile(value)),
  ]);
  return {
    ...field,
    ...(properties && { properties: Object.fromEntries(members) as Record<string, FieldSchema> }),
    ...(any !== undefined && {
      additionalProperties: typeof any === 'object' ? removable(oneFile(any)) : any,
    }),
    ...(items && { items }),
  };
}

function removable({ description, ...field }: FieldSchema): FieldSchema {
  return { ...(description !== undefined && { description }), anyOf: [field, { type: 'null' }] };
}
