import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type TerraformBinary } from '../find-terraform';
import { packagePath } from '../provider-mirror';
import { type StackConfig } from '../stack-config';

export interface InstalledProvider {
  readonly file: string;
  /** As Terraform names it, e.g. `registry.terraform.io/hashicorp/aws`. */
  readonly source: string;
}

/** The AWS provider that `init` put into the data directory of a stack, if it uses one. */
export function installedAwsProvider(
  binary: Pick<TerraformBinary, 'product' | 'platform'>,
  config: StackConfig,
  dataDirectory: string,
): InstalledProvider | undefined {
  const required = Object.values(config.terraform?.required_providers ?? {});
  const aws = required.find(({ source = '' }) => /(^|\/)aws$/.test(source));
  const path = aws && packagePath(aws, binary);
  const folder = path && join(dataDirectory, 'providers', path);
  if (!folder || !existsSync(folder)) return undefined;
  const name = readdirSync(folder).find((each) => each.startsWith('terraform-provider-aws_'));
  // `<host>/<namespace>/<type>` of `<host>/<namespace>/<type>/<version>/<platform>`
  const source = path.split('/').slice(0, 3).join('/');
  return name === undefined ? undefined : { file: realpathSync(join(folder, name)), source };
}
