import { regions } from '@gatehouse/checks';
import { checkedText, choice, object, text } from './fields';

/** https://docs.aws.amazon.com/general/latest/gr/rande.html */
export const region = (description: string) => choice(regions, description, 'an AWS region such as eu-west-1');

export const state = object('Where Terraform keeps the state of this environment.', {
  bucket: checkedText(
    isBucketName,
    'an S3 bucket name: 3 to 63 lowercase letters, digits, dots and hyphens, starting and ending with a letter or digit',
    'S3 bucket that holds the Terraform state. https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
  ),
  region: region('AWS region of the state bucket.'),
  kmsKey: text(
    KMS_KEY(),
    'a customer-managed KMS key: alias/<name> (not alias/aws/…), a key id, or the ARN of either',
    'KMS key that encrypts the state. https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id',
  ),
});

/** Reserved forms come from https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function isBucketName(name: string): boolean {
  return (
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) &&
    !/\.\.|^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name) &&
    !/^\d+\.\d+\.\d+\.\d+$/.test(name)
  );
}

/**
 * What the S3 backend accepts (internal/backend/remote-state/s3/validate.go in Terraform 1.11): it refuses key
 * ids that are not RFC 4122 UUIDs at `init`, long after synth.
 */
function KMS_KEY(): RegExp {
  const id = '([a-f0-9]{8}-[a-f0-9]{4}-[1-5][a-f0-9]{3}-[89ab][a-f0-9]{3}-[a-f0-9]{12}|mrk-[a-f0-9]{32})';
  const alias = 'alias/(?!aws/)[a-zA-Z0-9/_-]+';
  const arn = 'arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:';
  return new RegExp(`^(${id}|${alias}|${arn}(key/${id}|${alias}))$`);
}
