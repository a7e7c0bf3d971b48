import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { IMPORTS_FILE } from './stack-config';
import { type Import } from './terraform-options';

/** Plans with imports beside the configuration in a folder, and nowhere else: the plan file holds what they said. */
export async function withImports<T>(
  directory: string,
  imports: readonly Import[],
  plan: () => Promise<T>,
): Promise<T> {
  const file = join(directory, IMPORTS_FILE);
  // One that a killed run left must not count.
  rmSync(file, { force: true });
  if (imports.length > 0) writeFileSync(file, JSON.stringify({ import: imports }));
  try {
    return await plan();
  } finally {
    rmSync(file, { force: true });
  }
}
