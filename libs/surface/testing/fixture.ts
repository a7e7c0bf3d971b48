import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type File = 'main.tf.json' | 'created.plan.json' | 'applied.state.json' | 'changed.plan.json';

/** A file of libs/surface/fixtures, made by real Terraform (fixtures/make.ts); fresh, so a test may edit it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests break these files in every way
export const fixture = (name: string, file: File): any =>
  JSON.parse(readFileSync(join(__dirname, '..', 'fixtures', name, file), 'utf8'));
