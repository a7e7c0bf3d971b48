import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readFolder } from '../src/config/folder';
import { codeDigest } from '../src/digest/code-digest';

/** The digest of Terraform code in files, by name. */
export async function digestOfFiles(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'code-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return codeDigest((await readFolder(folder)).code, []);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
