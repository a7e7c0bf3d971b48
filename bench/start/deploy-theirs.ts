import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs after our own synthesis, at the end of `apps/main.ts` of the copy that is measured: both deploy the same stacks,
 * whatever the sample has become meanwhile.
 *
 * @param theirs folder with what the other one synthesized
 */
export function deployTheirs(theirs: string, apps: string): void {
  const output = join(apps, 'local/cdktf.out');
  rmSync(join(output, 'stacks'), { recursive: true });
  cpSync(theirs, output, { recursive: true });
  for (const stack of ['local-identity', 'local-api']) {
    const file = join(output, 'stacks', stack, 'cdk.tf.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, process.env.GATEHOUSE_AWS_ENDPOINT ?? ''));
  }
}
