import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { bootstrapEditorSchema } from '../src/bootstrap/editor-schema';
import { editorSchema } from '../src/schema/editor-schema';

const environments = path.join(__dirname, '../../../environments');
const write = (name: string, schema: object) =>
  writeFileSync(path.join(environments, name), `${JSON.stringify(schema, null, 2)}\n`);

write('schema.json', editorSchema());
write('bootstrap.schema.json', bootstrapEditorSchema());
