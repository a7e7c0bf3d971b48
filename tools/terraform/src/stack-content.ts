import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { CONFIG_FILE, IMPORTS_FILE, readStackConfig, type StackConfig } from './stack-config';
import { type Stack } from './stacks';

/**
 * A hash of all that synthesis wrote for a stack, archives included. Only the code of the checkout's services counts for nothing: it
 * is run as it was built last, not as it was applied.
 */
export function stackContent(stack: Pick<Stack, 'app' | 'directory' | 'workDirectory'>): string {
  const apps = resolve(stack.workDirectory, '../../..');
  const hash = createHash('sha256').update(JSON.stringify(withoutCode(readStackConfig(stack), apps)));
  for (const file of filesIn(stack.directory).filter((name) => name !== CONFIG_FILE && !isOfService(name, apps))) {
    const content = readFileSync(join(stack.directory, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Not what Terraform leaves beside them. */
const filesIn = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && entry.name !== IMPORTS_FILE)
    .map(({ name, parentPath }) => join(parentPath.slice(directory.length + 1), name))
    .sort();

function withoutCode(config: StackConfig, apps: string): StackConfig {
  const functions = Object.entries(config.resource?.['aws_lambda_function'] ?? {}).map(([name, values]) => {
    const code = { filename: undefined, source_code_hash: undefined };
    return [name, isOfService(values['filename'], apps) ? { ...values, ...code } : values] as const;
  });
  return { ...config, resource: { ...config.resource, aws_lambda_function: Object.fromEntries(functions) } };
}

/** `assets/.../api.zip` where `apps/api/dist/api.zip` is built. */
function isOfService(file: unknown, apps: string): boolean {
  if (typeof file !== 'string' || extname(file) !== '.zip') return false;
  return existsSync(join(apps, basename(file, '.zip'), 'dist', basename(file)));
}
