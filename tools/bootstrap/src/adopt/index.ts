import { type BootstrapTarget } from '@gatehouse/environment';
import { type Import } from '@gatehouse/terraform';
import { type Aws } from '../aws';
import { bucket, lifecycle } from './bucket';
import { type Config, textOf } from './config';
import { type Finder } from './finder';
import { openIdProvider, policy, role } from './iam';
import { alias, key } from './key';

/** By resource type. Types that are not here are settings of these: making one that exists changes nothing. */
const finders: Readonly<Record<string, Finder>> = {
  aws_iam_openid_connect_provider: openIdProvider,
  aws_iam_policy: policy,
  aws_iam_role: role,
  aws_kms_alias: alias,
  aws_kms_key: key,
  aws_s3_bucket: bucket,
  aws_s3_bucket_lifecycle_configuration: lifecycle,
};

/**
 * Finds what exists already and no state knows.
 *
 * @param known addresses in the state
 * @throws UserError when something exists that cannot be taken over
 */
export async function findImports(
  aws: Aws,
  place: { target: BootstrapTarget; partition: string },
  config: Config,
  known: ReadonlySet<string>,
): Promise<Import[]> {
  const imports: Import[] = [];
  for (const [type, find] of Object.entries(finders)) {
    for (const [name, attributes] of Object.entries(config.resource[type] ?? {})) {
      const to = `${type}.${name}`;
      if (known.has(to)) continue;
      const text = (attribute: string) => textOf(config, attributes, attribute);
      const id = await find({ aws, ...place, config, name, text });
      if (id !== undefined) imports.push({ to, id });
    }
  }
  return imports;
}
