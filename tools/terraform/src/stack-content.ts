import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IMPORTS_FILE } from './stack-config';
import { type Stack } from './stacks';

/** A hash of all that synthesis wrote for a stack, archives of functions included. */
export function stackContent({ directory }: Pick<Stack, 'directory'>): string {
  const hash = createHash('sha256');
  for (const file of filesIn(directory)) {
    const content = readFileSync(join(directory, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Not what Terraform leaves beside them. */
const filesIn = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && entry.name !== IMPORTS_FILE)
    .map(({ name, parentPath }) => join(parentPath.slice(directory.length), name))
    .sort();
