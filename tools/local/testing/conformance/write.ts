import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from './documents';
import { render } from './render';

for (const document of documents) writeFileSync(join(__dirname, '../../../..', document.file), render(document));
