import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The real Terraform, with a script that runs right before each apply: what another run does between plan and apply.
 *
 * @param script JavaScript
 * @returns the environment to run our command line in
 */
export function beforeApply(folder: string, script: string): NodeJS.ProcessEnv {
  const [hook, binary] = [join(folder, 'before-apply.mjs'), join(folder, 'terraform-with-hook')];
  writeFileSync(hook, script);
  writeFileSync(
    binary,
    `#!/bin/sh\nif [ "$1" = apply ]; then '${process.execPath}' '${hook}' || exit 99; fi\nexec terraform "$@"\n`,
  );
  chmodSync(binary, 0o755);
  return { TERRAFORM_BINARY_NAME: binary };
}
