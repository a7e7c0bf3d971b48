import { type FieldSchema, resolvedSchema } from './json-schema';

/**
 * JSON Schema for editors. It describes one file and not the merged whole: nothing is required, because a file
 * may inherit anything, and null may stand where it removes what was inherited.
 */
export function editorSchema(): object {
  const { $schema, properties, ...root } = oneFile(resolvedSchema()) as FieldSchema & { $schema: string };
  return {
    $schema,
    title: 'Gatehouse environment',
    description:
      'One environment, or a part that environments extend. Generated: npm run schema -w @gatehouse/environment.',
    ...root,
    properties: {
      $schema: { type: 'string', description: 'This schema, for editors: "./schema.json".' },
      extends: {
        type: 'string',
        pattern: '\\.json$',
        description:
          'File that this one is laid over, relative to this file: objects merge, lists and scalars replace, null removes.',
      },
      ...properties,
    },
  };
}

function oneFile({
  required = [],
  properties,
  additionalProperties,
  items,
  ...field
}: FieldSchema): FieldSchema {
  return {
    ...field,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [
          key,
          required.includes(key) ? oneFile(value) : removable(oneFile(value)),
        ]),
      ),
    }),
    ...(additionalProperties !== undefined && {
      additionalProperties:
        typeof additionalProperties === 'object'
          ? removable(oneFile(additionalProperties))
          : additionalProperties,
    }),
    ...(items && { items }),
  };
}

function removable({ description, ...field }: FieldSchema): FieldSchema {
  return { ...(description !== undefined && { description }), anyOf: [field, { type: 'null' }] };
}
