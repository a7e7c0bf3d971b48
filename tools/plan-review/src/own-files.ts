import { resolve } from 'node:path';
import { UserError } from '@gatehouse/cli-kit';
import { type ReviewOptions } from './options';

const OUTPUTS = ['markdown', 'html', 'json', 'sarif'] as const;

/** @throws UserError what is written would take the place of something that is read, or of another output */
export function refuseOverwriting(
  options: ReviewOptions & { readonly policy?: string },
  files: readonly string[],
): void {
  const inputs = [...files, options.policy, options.digestKeyFile];
  const taken = new Map(inputs.flatMap((file) => (file === undefined ? [] : [[resolve(file), 'is read']])));
  for (const name of OUTPUTS) {
    const file = options[name];
    if (file === undefined) continue;
    const by = taken.get(resolve(file));
    if (by !== undefined) throw new UserError(`--${name}: expected a file of its own, found ${file}, which ${by}.`);
    taken.set(resolve(file), `--${name} writes`);
  }
}
