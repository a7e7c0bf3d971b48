import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TerraformBinary } from './find-terraform';
import { type StackConfig } from './stack-config';
import { type Stack } from './stacks';

/**
 * Remembers what `terraform init` was last run for, so that an identical one can be left out (about a second each).
 * Safe because Terraform itself checks the backend and the provider lock again on every command.
 */
export class InitStamp {
  private readonly file: string;

  constructor(
    private readonly stack: Stack,
    private readonly dataDirectory: string,
  ) {
    this.file = join(stack.workDirectory, 'initialised.json');
  }

  matches(inputs: InitInputs): boolean {
    if (!existsSync(this.file) || !existsSync(this.dataDirectory)) return false;
    return readFileSync(this.file, 'utf8') === this.fingerprint(inputs);
  }

  write(inputs: InitInputs): void {
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, this.fingerprint(inputs));
  }

  remove(): void {
    rmSync(this.file, { force: true });
  }

  private fingerprint({ binary, config, mirrors, backend }: InitInputs): string {
    const lock = join(this.stack.directory, '.terraform.lock.hcl');
    const facts = {
      terraform: [binary.command, binary.product, binary.version],
      block: config.terraform,
      modules: config.module,
      mirrors,
      backend,
      lock: existsSync(lock) ? readFileSync(lock, 'utf8') : undefined,
    };
    return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
  }
}

export interface InitInputs {
  readonly binary: Pick<TerraformBinary, 'command' | 'product' | 'version'>;
  readonly config: StackConfig;
  readonly mirrors: readonly string[];
  /** Whether the backend was initialised too, or only the providers. */
  readonly backend: boolean;
}
