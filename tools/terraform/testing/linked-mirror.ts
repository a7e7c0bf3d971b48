import { mkdirSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A mirror of a provider that is installed here already, which offers it under other version numbers as well. */
export class LinkedMirror {
  /** For the command line: providers come from this mirror alone. */
  readonly env: NodeJS.ProcessEnv;
  private readonly folder: string;
  private readonly installed: string;
  private readonly platform: string;

  /**
   * @param folder to make it in
   * @param data Terraform's data directory, after an init
   */
  constructor(folder: string, data: string, provider = 'registry.terraform.io/hashicorp/aws') {
    this.folder = join(folder, 'mirror', provider);
    const versions = join(data, 'providers', provider);
    const version = join(versions, readdirSync(versions)[0]!);
    this.platform = readdirSync(version)[0]!;
    this.installed = realpathSync(join(version, this.platform));
    const file = join(folder, 'terraform.rc');
    const path = JSON.stringify(join(folder, 'mirror'));
    writeFileSync(file, `provider_installation {\n  filesystem_mirror {\n    path = ${path}\n  }\n}\n`);
    this.env = { TF_CLI_CONFIG_FILE: file };
  }

  offer(version: string): void {
    mkdirSync(join(this.folder, version), { recursive: true });
    symlinkSync(this.installed, join(this.folder, version, this.platform));
  }
}
