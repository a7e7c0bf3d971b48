import { z } from 'zod';
import { schemaFile } from '../schema/editor-schema';
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
  const what = 'What is made once per AWS account and region.';
  return schemaFile('bootstrap.schema.json', resolvedBootstrapSchema(), 'Gatehouse bootstrap', what);
}
