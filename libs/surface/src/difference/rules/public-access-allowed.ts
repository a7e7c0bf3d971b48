import { widening } from '@gatehouse/policy';
import type { PlannedChange } from '../../changes/planned-change';
import { differenceRule, type Violation } from '../../findings/rule';
import type { Severity } from '../../findings/finding';
import { nameOf } from '../../model/located';
import { looksLikeState } from '../../resource-policies/state';
import { isObject } from '../../terraform/unreadable';
import type { Comparison } from '../comparison';

export const publicAccessAllowed = differenceRule({
  id: 'public-access-allowed',
  severity: 'critical',
  title: 'Public access no longer blocked',
  why: 'The block keeps a mistake in a policy or access list from making data public; without it an old public policy counts again.',
  remediation: 'Keep all four settings of the public access block on, and BucketOwnerEnforced.',
  page: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  find: (comparison) => [
    ...blocks(comparison),
    ...comparison.changesOf('aws_s3_account_public_access_block').flatMap((change) => ofAccount(change)),
    ...comparison.changesOf('aws_s3_bucket_ownership_controls').flatMap(ownership),
    ...comparison.changesOf('aws_secretsmanager_secret_policy').flatMap(ofSecret),
  ],
});

const FLAGS = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'];

/** The flags that are off afterwards and were not before; a new block turns off what AWS turns on for new buckets. */
function turnedOff({ action, after, before, changed }: PlannedChange): readonly string[] {
  if (action === 'no-op' || action === 'forget' || (before && after && !FLAGS.some((flag) => changed.includes(flag))))
    return [];
  if (!after) return FLAGS.filter((flag) => before?.[flag] === true);
  return FLAGS.filter((flag) => (before ? before[flag] === true : true) && (after[flag] ?? false) === false);
}

function blocks(comparison: Comparison): readonly Violation[] {
  const buckets = new Set(
    comparison.changesOf('aws_s3_bucket').flatMap(({ after, before }) => (after ? [] : [before?.['bucket']])),
  );
  return comparison.changesOf('aws_s3_bucket_public_access_block').flatMap((change) => {
    const off = turnedOff(change);
    const bucket = (change.after ?? change.before)?.['bucket'];
    const isState = change.before !== undefined && looksLikeState(change.address, bucket);
    if (off.length === 0 || isState || (!change.after && buckets.has(bucket))) return [];
    const name = nameOf({ name: bucket, address: change.address });
    return [
      {
        at: change,
        subject: `bucket ${name}`,
        severity: severityFor(change, name, off, comparison),
        message: `A policy or access list can make bucket ${name} public: ${off.join(', ')} ${off.length === 1 ? 'is' : 'are'} off.`,
        before: change.before ? 'on' : 'no block',
        after: 'off',
      },
    ];
  });
}

/** Critical where a policy or an access list for everyone waits for it. */
function severityFor(
  { before }: PlannedChange,
  name: string,
  off: readonly string[],
  comparison: Comparison,
): Severity {
  if (!before) return 'medium';
  const of = (type: string) =>
    comparison.changesOf(type).flatMap(({ after }) => (after?.['bucket'] === name ? [after] : []));
  const isWaiting =
    (off.includes('restrict_public_buckets') &&
      ['aws_s3_bucket_policy', 'aws_s3_bucket'].flatMap(of).some(({ policy }) => isPublic(policy))) ||
    (off.includes('ignore_public_acls') &&
      ['aws_s3_bucket_acl', 'aws_s3_bucket'].flatMap(of).some(({ acl }) => PUBLIC_ACL.test(String(acl))));
  return isWaiting ? 'critical' : 'medium';
}

const PUBLIC_ACL = /^(public-read(-write)?|authenticated-read)$/;

/** A policy by which anyone gets in. */
const isPublic = (document: unknown): boolean =>
  typeof document === 'string' &&
  document !== '' &&
  widening({ kind: 'resource', type: 's3', name: 'bucket', after: { name: 'policy', document } }).gains.some(
    ({ broad }) => broad.public,
  );

function ofAccount(change: PlannedChange): readonly Violation[] {
  const off = turnedOff(change);
  if (off.length === 0) return [];
  return [
    {
      at: change,
      subject: 'all buckets of the account',
      severity: change.before ? 'high' : 'medium',
      message: `Policies and access lists can make any bucket of the account public: ${off.join(', ')} ${off.length === 1 ? 'is' : 'are'} off.`,
      before: change.before ? 'on' : 'no block',
      after: 'off',
    },
  ];
}

function ownership(change: PlannedChange): readonly Violation[] {
  const { after, before } = change;
  const is = (values: typeof before) => {
    const rule: unknown = [values?.['rule']].flat()[0];
    return isObject(rule) ? rule['object_ownership'] : undefined;
  };
  if (is(before) !== 'BucketOwnerEnforced' || !after || is(after) === 'BucketOwnerEnforced') return [];
  const bucket = String(before?.['bucket']);
  return [
    {
      at: change,
      subject: `bucket ${bucket}`,
      severity: 'medium',
      message: `Access lists apply again in bucket ${bucket}: objects can be made public one by one, and belong to the account that writes them.`,
      before: 'BucketOwnerEnforced',
      after: String(is(after)),
    },
  ];
}

function ofSecret(change: PlannedChange): readonly Violation[] {
  const { after, before } = change;
  if (before?.['block_public_policy'] !== true || !after || after['block_public_policy'] === true) return [];
  return [
    {
      at: change,
      subject: change.address,
      severity: 'medium',
      message: `A policy for everyone is no longer refused at ${change.address}.`,
      before: 'on',
      after: 'off',
    },
  ];
}
