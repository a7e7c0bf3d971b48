import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StackConfig } from '../src/stack-config';
import { type Stack } from '../src/stacks';

const root = mkdtempSync(join(tmpdir(), 'gatehouse-terraform-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A folder for one test, gone after the file's last one. */
export const temporaryFolder = (): string => mkdtempSync(join(root, 'test-'));

/** A synthesized stack on disk that no Terraform ever runs in. */
export function writeStack(name: string, config: StackConfig, root = temporaryFolder()): Stack {
  const directory = join(root, 'cdktf.out/stacks', name);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'cdk.tf.json'), JSON.stringify(config));
  return {
    name,
    app: 'dev',
    directory,
    workDirectory: join(root, '.terraform-work', name),
    dependencies: [],
  };
}

/** Writes a file and the folders above it. */
export function writeFile(path: string, content = ''): string {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}
