import { z } from 'zod';
import { type FieldSchema } from '../schema/json-schema';
import { bootstrapSchema } from './schema';

/** The zod schema as JSON Schema; made once, and only when someone asks. */
let resolved: FieldSchema | undefined;
export function resolvedBootstrapSchema(): FieldSchema {
  resolved ??= z.toJSONSchema(bootstrapSchema, { target: 'draft-7', io: 'input' }) as FieldSchema;
  return resolved;
}

/** JSON Schema of `bootstrap.json` for editors. */
export function bootstrapEditorSchema(): object {
  const { $schema, properties, ...root } = resolvedBootstrapSchema() as FieldSchema & { $schema: string };
  return {
    $schema,
    title: 'Gatehouse bootstrap',
    description:
      'What is made once per AWS account and region. Generated: npm run schema -w @gatehouse/environment.',
    ...root,
    properties: {
      $schema: { type: 'string', description: 'This schema, for editors: "./bootstrap.schema.json".' },
      ...properties,
    },
  };
}
