import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { publishedSchema } from '../src/model/published-schema';

// Writes review.schema.json; a test holds it equal to the schema that reviews are checked by.
const file = join(__dirname, '../review.schema.json');

async function write(): Promise<void> {
  const options = await resolveConfig(file);
  writeFileSync(file, await format(JSON.stringify(publishedSchema()), { ...options, parser: 'json' }));
}

void write();
