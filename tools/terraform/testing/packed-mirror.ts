import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';

/**
 * A mirror of one provider as an archive, which `terraform init` unpacks as it does a download. The provider is never
 * started, so its content does not matter; its size makes unpacking last.
 *
 * @returns a CLI configuration file that names the mirror
 */
export function packedMirror(folder: string, version: string, platform: string): string {
  const directory = join(folder, 'mirror/registry.terraform.io/acme/tiny');
  mkdirSync(directory, { recursive: true });
  const content = { [`terraform-provider-tiny_v${version}`]: randomBytes(40_000_000) };
  writeFileSync(join(directory, `terraform-provider-tiny_${version}_${platform}.zip`), zipSync(content, { level: 0 }));
  const file = join(folder, 'terraform.rc');
  writeFileSync(
    file,
    `provider_installation {\n  filesystem_mirror {\n    path = "${join(folder, 'mirror')}"\n  }\n}\n`,
  );
  return file;
}
