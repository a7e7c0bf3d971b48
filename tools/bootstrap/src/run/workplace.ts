import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BootstrapTarget } from '@gatehouse/environment';
import { type Import, type Stack } from '@gatehouse/terraform';
import { type Config } from '../adopt/config';
import { type LocalState } from '../state/local-state';
import { workDirectory } from '../workspace';

/**
 * Lays the synthesized stack out for Terraform, with what it is to take over. A copy, because the synthesized one says
 * what every run says: state in the bucket, nothing to take over. The state is here until the bucket exists and holds it.
 */
export function layOut(
  target: BootstrapTarget,
  config: Config,
  options: { backend: 'local' | 's3'; local: LocalState; imports: readonly Import[] },
): Stack {
  const { backend, imports, local } = options;
  const place = join(workDirectory(target), backend);
  const directory = join(place, 'config');
  const terraform =
    backend === 's3' ? config.terraform : { ...config.terraform, backend: { local: { path: local.path } } };
  mkdirSync(directory, { recursive: true });
  const content = { ...config, terraform, import: imports };
  writeFileSync(join(directory, 'cdk.tf.json'), JSON.stringify(content, null, 2));
  const { name } = target;
  return { name, app: 'bootstrap', directory, workDirectory: join(place, 'work'), dependencies: [] };
}
