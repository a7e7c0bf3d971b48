import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { publishedPolicySchema, publishedSchema } from '../src/model/published-schema';

// Writes the schemas; a test holds them equal to those that reviews and policies are checked by.
async function write(name: string, schema: object): Promise<void> {
  const file = join(__dirname, '..', name);
  const options = await resolveConfig(file);
  writeFileSync(file, await format(JSON.stringify(schema), { ...options, parser: 'json' }));
}

void write('review.schema.json', publishedSchema());
void write('policy.schema.json', publishedPolicySchema());
