import {
  DescribeKeyCommand,
  type KeyMetadata,
  type KMSClient,
  ListResourceTagsCommand,
  paginateListKeys,
} from '@aws-sdk/client-kms';
import { UserError } from '@gatehouse/cli-kit';
import { unlessMissing } from '../aws';
import { type Attributes, textOf } from './config';
import { type Finder } from './finder';

/** The alias, with whatever key it points to. */
export const alias: Finder = async ({ aws, text }) => {
  const name = text('name');
  return (await describe(aws.kms, name)) === undefined ? undefined : name;
};

/** The key behind the alias, of the kind that is wanted; or the one that a killed run made and had not named yet. */
export const key: Finder = async ({ aws, config, name, target }) => {
  const aliasName = textOf(config, config.resource['aws_kms_alias']?.[name] ?? {}, 'name');
  const named = await describe(aws.kms, aliasName);
  const { tags, customer_master_key_spec: spec = 'SYMMETRIC_DEFAULT' } = config.resource['aws_kms_key']?.[name] ?? {};
  if (named === undefined) return findByTag(aws.kms, tags as Attributes);
  const { KeyId, KeyManager, KeySpec, KeyState } = named;
  if (KeyState !== 'Enabled' || KeyManager !== 'CUSTOMER' || KeySpec !== spec) {
    throw new UserError(
      `${aliasName} in ${target.account}, ${target.region}: expected an enabled ${spec === 'SYMMETRIC_DEFAULT' ? 'symmetric' : String(spec)} key of your own, ` +
        `found ${KeyId} (${KeyManager}, ${KeySpec}, ${KeyState}). ` +
        'Enable it or cancel its deletion; or delete the alias, and a new key is made.',
    );
  }
  return KeyId;
};

async function describe(kms: KMSClient, KeyId: string): Promise<KeyMetadata | undefined> {
  const found = await unlessMissing(['NotFoundException'], () => kms.send(new DescribeKeyCommand({ KeyId })));
  return found?.KeyMetadata;
}

async function findByTag(kms: KMSClient, tags: Attributes): Promise<string | undefined> {
  for await (const { Keys = [] } of paginateListKeys({ client: kms }, {})) {
    for (const { KeyId = '' } of Keys) {
      const found = await describe(kms, KeyId);
      // Only AWS may ask for the tags of its own keys.
      if (found?.KeyManager !== 'CUSTOMER' || found.KeyState !== 'Enabled') continue;
      const { Tags = [] } = await kms.send(new ListResourceTagsCommand({ KeyId }));
      const has = Object.fromEntries(Tags.map(({ TagKey = '', TagValue }) => [TagKey, TagValue]));
      if (Object.entries(tags).every(([name, value]) => has[name] === value)) return KeyId;
    }
  }
  return undefined;
}
