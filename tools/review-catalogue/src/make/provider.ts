import { readdirSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { type Stack, type TerraformBinary } from '@gatehouse/terraform';
import { execa } from 'execa';

/** A provider that runs on between commands. */
export interface RunningProvider {
  /** Value of TF_REATTACH_PROVIDERS: a command with it uses this provider. */
  readonly attach: string;
  readonly stop: () => void;
}

/**
 * Starts the AWS provider of an initialised stack once for many plans; Terraform starts it anew for each, twice, and
 * that is most of what a small plan takes.
 *
 * @see https://developer.hashicorp.com/terraform/plugin/debugging#running-terraform-with-a-provider-in-debug-mode
 */
export async function startProvider(
  binary: TerraformBinary,
  stack: Stack,
  env: Readonly<Record<string, string>>,
): Promise<RunningProvider> {
  const file = providerOf(stack);
  const child = execa(file, ['-debug'], {
    // It reads files that the configuration names relative to here.
    cwd: stack.directory,
    env: {
      // Nothing of the user's: real credentials must not reach the emulator, and with AWS_CA_BUNDLE the provider cannot
      // be configured a second time.
      PATH: binary.env['PATH'],
      TMPDIR: binary.env['TMPDIR'],
      AWS_CONFIG_FILE: devNull,
      AWS_SHARED_CREDENTIALS_FILE: devNull,
      AWS_EC2_METADATA_DISABLED: 'true',
      ...env,
    },
    extendEnv: false,
    reject: false,
    buffer: false,
    // It logs there; a full pipe would stop it.
    stderr: 'ignore',
  });
  const attach = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (part: Buffer) => {
      output += String(part);
      const [, found] = /TF_REATTACH_PROVIDERS='(.*)'/.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    });
    void child.then(({ originalMessage }) =>
      reject(new Error(`${file} -debug: ${originalMessage ?? 'it ended without output'}`)),
    );
  });
  return { attach, stop: () => void child.kill() };
}

/** `data/providers/<host>/hashicorp/aws/<version>/<platform>/terraform-provider-aws_...` */
function providerOf({ workDirectory }: Stack): string {
  const enter = (folder: string, name = ''): string => {
    const [entry] = readdirSync(folder).filter((each) => each.startsWith(name));
    if (entry === undefined) throw new Error(`${folder}: expected the AWS provider, found nothing`);
    return join(folder, entry);
  };
  const host = enter(join(workDirectory, 'data/providers'));
  return enter(enter(enter(join(host, 'hashicorp/aws'))), 'terraform-provider-aws_');
}
