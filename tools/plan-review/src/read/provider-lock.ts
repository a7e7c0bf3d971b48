import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A provider as Terraform locked it: `registry.terraform.io/hashicorp/aws 5.100.0 h1:...`. */
export type ProviderLock = readonly string[];

/**
 * The providers of a stack's lock file, each with its version and the hashes of its package as it is installed here. Hashes of
 * the archive (`zh:`) are left out: Terraform only has them where it downloaded it itself, and not where it was in a cache.
 *
 * @returns nothing before `terraform init`
 */
export function readProviderLock(folder: string): ProviderLock | undefined {
  const file = join(folder, '.terraform.lock.hcl');
  return existsSync(file) ? providersIn(readFileSync(file, 'utf8')) : undefined;
}

/** Of a file that Terraform wrote, which has one form. */
export const providersIn = (text: string): ProviderLock =>
  [...text.matchAll(/^provider "([^"]+)" \{\n([^]*?)^\}/gm)]
    .map(([, name = '', body = '']) => {
      const [, version = ''] = /^\s*version\s*=\s*"([^"]+)"/m.exec(body) ?? [];
      const hashes = [...body.matchAll(/"(h1:[^"]+)"/g)].map(([, hash = '']) => hash).sort();
      return [name, version, ...hashes].join(' ');
    })
    .sort();
