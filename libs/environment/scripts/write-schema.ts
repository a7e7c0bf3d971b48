import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bootstrapEditorSchema } from '../src/bootstrap/editor-schema';
import { editorSchema } from '../src/schema/editor-schema';
import { fieldTable } from '../src/schema/field-table';

const environments = path.join(__dirname, '../../../environments');
const write = (name: string, schema: object) =>
  writeFileSync(path.join(environments, name), `${JSON.stringify(schema, null, 2)}\n`);

write('schema.json', editorSchema());
write('bootstrap.schema.json', bootstrapEditorSchema());

const page = path.join(__dirname, '../../../docs/environments.md');
writeFileSync(
  page,
  readFileSync(page, 'utf8').replace(
    /(?<=<!-- prettier-ignore-start -->\n\n)[^]*?(?=\n\n<!-- prettier-ignore-end -->)/,
    () => fieldTable(),
  ),
);
