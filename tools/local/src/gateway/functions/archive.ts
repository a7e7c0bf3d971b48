import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { type LambdaFunction } from '@gatehouse/surface';
import { unzipSync } from 'fflate';

/**
 * Unpacks a function's archive below `target`, once for each content: the same code has the same SHA-256.
 *
 * @throws Error naming the function and the folders looked in, when there is no archive.
 */
export async function unpack(
  { address, filename }: LambdaFunction,
  roots: readonly string[],
  target: string,
): Promise<{ readonly folder: string; readonly sha256: string }> {
  const path = roots.map((root) => resolve(root, filename ?? '')).find((file) => filename && existsSync(file));
  if (!path) {
    const looked = filename ? `${filename} in ${roots.join(', ')}` : 'no filename in its state';
    throw new Error(
      `${address}: expected the archive that was deployed, found none (${looked}); build and deploy the function first`,
    );
  }
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const folder = join(target, sha256);
  if (!existsSync(folder)) await extract(bytes, folder, `${address}: ${path}`);
  return { folder, sha256 };
}

async function extract(bytes: Uint8Array, folder: string, where: string): Promise<void> {
  for (const [name, content] of Object.entries(entriesOf(bytes, where))) {
    const file = resolve(folder, name);
    if (!file.startsWith(folder + sep)) throw new Error(`${where}: "${name}" would be written outside its folder`);
    if (name.endsWith('/')) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

function entriesOf(bytes: Uint8Array, where: string): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch (error) {
    throw new Error(`${where}: not a zip archive: ${(error as Error).message}`, { cause: error });
  }
}
