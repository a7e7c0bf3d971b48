import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrapEditorSchema, editorSchema, fieldTable, usersEditorSchema } from '@gatehouse/environment';
import { settings } from '@gatehouse/settings';

// Writes what follows from the schemas of environment files, the team's settings included.
const top = join(__dirname, '..');
const write = (file: string, schema: object) => writeFileSync(join(top, file), `${JSON.stringify(schema, null, 2)}\n`);

write('environments/schema.json', editorSchema(settings));
write('environments/bootstrap.schema.json', bootstrapEditorSchema());
write('apps/local/users.schema.json', usersEditorSchema());

const page = join(top, 'docs/environments.md');
const table = /(?<=<!-- prettier-ignore-start -->\n\n)[^]*?(?=\n\n<!-- prettier-ignore-end -->)/;
writeFileSync(
  page,
  readFileSync(page, 'utf8').replace(table, () => fieldTable(settings)),
);
