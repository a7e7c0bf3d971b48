import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { editorSchema } from '../src/schema/editor-schema';

const file = path.join(__dirname, '../../../environments/schema.json');
writeFileSync(file, `${JSON.stringify(editorSchema(), null, 2)}\n`);
