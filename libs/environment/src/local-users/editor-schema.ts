import { z } from 'zod';
import { schemaFile } from '../schema/editor-schema';
import { type FieldSchema } from '../schema/json-schema';
import { localUsersSchema } from './schema';

/** The zod schema as JSON Schema. */
export const resolvedUsersSchema = (): FieldSchema =>
  z.toJSONSchema(localUsersSchema, { target: 'draft-7', io: 'input' }) as FieldSchema;

/** JSON Schema of `users.json` for editors. */
export function usersEditorSchema(): object {
  return schemaFile(
    'users.schema.json',
    resolvedUsersSchema(),
    'Users of the local environment',
    'Who is there after a start.',
  );
}
