import { placeOf } from '../model/located';
import { isUnknown } from '../model/value';
import type { Catalog } from '../terraform/catalog';
import type { Resource } from '../terraform/resource';
import type { Opened } from './opened';

const BUCKET = 'aws_s3_bucket';

/**
 * Whether a block of the plan, of the bucket or of its account, takes what a bucket's policy or access list says of everyone
 * for nothing.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function isHeldBack({ at, object }: Pick<Opened, 'at' | 'object'>, catalog: Catalog): boolean {
  if (object.holder.type !== 's3' || object.holder.noun !== 'bucket') return false;
  const flag = at.type === 'aws_s3_bucket_policy' ? 'restrict_public_buckets' : 'ignore_public_acls';
  const bucket = bucketOf(at, catalog);
  const isOn = (block: Resource) => block.raw(flag) === true;
  return (
    catalog.managed('aws_s3_account_public_access_block').some((block) => block.scope === at.scope && isOn(block)) ||
    (bucket !== undefined &&
      catalog
        .managed('aws_s3_bucket_public_access_block')
        .some((block) => isOn(block) && bucketOf(block, catalog) === bucket))
  );
}

/** The bucket that a resource is or names: its place, or its name where it is made elsewhere. */
export function bucketOf(from: Resource, catalog: Catalog): string | undefined {
  if (from.type === BUCKET) return placeOf(from);
  const name = from.peek('bucket');
  if (name === undefined) return undefined;
  const owner = isUnknown(name)
    ? catalog.target(from, name, BUCKET)
    : (['bucket', 'id', 'arn'] as const)
        .map((by) => catalog.target(from, name, BUCKET, by))
        .find((found) => found !== undefined);
  return owner ? placeOf(owner) : isUnknown(name) ? undefined : `${from.scope} ${name}`;
}
