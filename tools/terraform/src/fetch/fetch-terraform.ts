import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { aloneIn, cacheFolder } from '../cache-folder';
import { SetupError } from '../errors';
import { download } from './download';
import { ARCHIVE_SHA256, hostPlatform, VERSION } from './release';

export interface FetchOptions {
  /** @default - the user's cache folder */
  readonly cache?: string;
  /** Gets a line of progress from time to time. @default - progress is not shown */
  readonly report?: (line: string) => void;
  /** As in the names of archives, e.g. `linux_amd64`. @default - this machine's */
  readonly platform?: string;
  /** SHA-256 of the archives by platform. @default - those of HashiCorp's release */
  readonly sums?: Readonly<Record<string, string>>;
}

/**
 * Terraform in the user's cache folder; the first use, of any process of this machine, fetches it there from
 * HashiCorp, or from the server that `TERRAFORM_RELEASES_URL` names.
 *
 * @returns the binary's path
 * @throws SetupError when there is no archive for the platform, it cannot be fetched, or its SHA-256 is another one
 */
export async function fetchTerraform(env: NodeJS.ProcessEnv, options: FetchOptions = {}): Promise<string> {
  const { cache = cacheFolder(), platform = hostPlatform(), sums = ARCHIVE_SHA256 } = options;
  const folder = join(cache, `terraform-${VERSION}-${platform}`);
  const binary = join(folder, platform.startsWith('windows') ? 'terraform.exe' : 'terraform');
  if (existsSync(binary)) return binary;
  const expected = sums[platform];
  if (expected === undefined) {
    throw new SetupError(
      `Terraform ${VERSION} is not fetched for ${platform}; it is for ${Object.keys(sums).join(', ')}.`,
    );
  }
  await aloneIn(cache, async () => {
    if (existsSync(binary)) return;
    const server = env.TERRAFORM_RELEASES_URL ?? 'https://releases.hashicorp.com';
    const url = `${server.replace(/\/+$/, '')}/terraform/${VERSION}/terraform_${VERSION}_${platform}.zip`;
    const archive = await download(url, (part) => options.report?.(`Fetching Terraform ${VERSION}: ${part}`));
    checkSum(url, archive, expected);
    unpack(archive, basename(binary), folder);
    options.report?.(`Terraform ${VERSION} is in ${folder}. ${cdktfLine(binary)}`);
  });
  return binary;
}

/** What makes `npx cdktf` run the same binary. */
export const cdktfLine = (binary: string): string =>
  `For cdktf: ${process.platform === 'win32' ? `$env:TERRAFORM_BINARY_NAME = '${binary}'` : `export TERRAFORM_BINARY_NAME='${binary}'`}`;

function checkSum(url: string, archive: Uint8Array, expected: string): void {
  const found = createHash('sha256').update(archive).digest('hex');
  if (found === expected) return;
  throw new SetupError(
    `${url} is not the archive that Terraform ${VERSION} was published as, and was thrown away.\n` +
      `Expected SHA-256 ${expected}, found ${found}. A proxy may have answered in its place.`,
  );
}

/** A folder is there whole or not at all. */
function unpack(archive: Uint8Array, name: string, folder: string): void {
  const { [name]: content } = unzipSync(archive, { filter: (file) => file.name === name });
  if (content === undefined) throw new SetupError(`The archive of Terraform ${VERSION} holds no ${name}.`);
  const staging = mkdtempSync(`${folder}.`);
  writeFileSync(join(staging, name), content, { mode: 0o755 });
  rmSync(folder, { recursive: true, force: true });
  renameSync(staging, folder);
}
