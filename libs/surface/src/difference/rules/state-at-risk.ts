import type { PlannedChange } from '../../changes/planned-change';
import { isObject } from '../../terraform/unreadable';
import { lossesOf } from '../losses';
import { differenceRule, type Violation } from '../../findings/rule';
import { nameOf } from '../show';

export const stateAtRisk = differenceRule({
  id: 'state-at-risk',
  severity: 'critical',
  title: 'Terraform state at risk',
  why: 'Without its state Terraform no longer manages what it created, and the state holds every secret of the stack in plain text.',
  remediation: 'Keep the bucket with versioning, encryption and no public access, and keep the key.',
  page: 'https://developer.hashicorp.com/terraform/language/backend/s3',
  find: (comparison) => [
    ...lossesOf(
      comparison,
      { type: 'aws_s3_bucket', name: 'bucket' },
      { type: 'aws_dynamodb_table', name: 'name' },
      { type: 'aws_kms_key', name: 'description' },
    ).flatMap((loss): Violation[] => {
      const isKey = loss.change.type === 'aws_kms_key';
      const ofState = looksLikeState(loss.change);
      // A key takes with it whatever it encrypts, state or not.
      if (!ofState && !(isKey && loss.how !== 'forgotten')) return [];
      return [
        {
          at: loss.change,
          subject: `${isKey ? 'key' : 'state'} ${loss.name}`,
          ...(ofState ? {} : { severity: 'high' as const }),
          message: isKey
            ? `What key ${loss.name} encrypts can no longer be read${ofState ? ', the Terraform state included' : ''}.`
            : loss.change.type === 'aws_dynamodb_table'
              ? `Two applies at the same time can break the Terraform state: without ${loss.name} it has no lock.`
              : `The Terraform state in ${loss.name} is ${loss.how}, and Terraform loses every resource that it manages.`,
          remediation: loss.remediation,
          before: 'in use',
          after: loss.how,
        },
      ];
    }),
    ...comparison.changes.flatMap((change) => {
      const weaker = WEAKER[change.type]?.(change);
      if (weaker === undefined || !change.before || !looksLikeState(change)) return [];
      const bucket = nameOf(change.before['bucket'] ?? change.before['description'], change);
      return [
        {
          at: change,
          subject: `state ${bucket}`,
          message: weaker.replace('BUCKET', bucket),
          before: 'on',
          after: 'off',
        },
      ];
    }),
  ],
});

/** What a change of a bucket's or key's setting takes away; undefined: nothing. */
const WEAKER: Readonly<Record<string, (change: PlannedChange) => string | undefined>> = {
  aws_kms_key: ({ before, after }) =>
    before?.['is_enabled'] === true && after?.['is_enabled'] !== true && after !== undefined
      ? 'The Terraform state that BUCKET encrypts cannot be read or written while the key is off.'
      : undefined,
  aws_s3_bucket_versioning: (change) =>
    status(change.before) === 'Enabled' && status(change.after) !== 'Enabled'
      ? 'An overwritten or broken Terraform state in BUCKET cannot be restored.'
      : undefined,
  aws_s3_bucket_public_access_block: (change) =>
    ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'].some(
      (flag) => change.before?.[flag] === true && change.after?.[flag] !== true,
    )
      ? 'A mistake in a policy can let anyone read the Terraform state in BUCKET, with every secret in it.'
      : undefined,
  aws_s3_bucket_server_side_encryption_configuration: (change) =>
    algorithm(change.before) === 'aws:kms' && algorithm(change.after) !== 'aws:kms'
      ? 'Everyone who can read BUCKET can read the Terraform state, without permission for its key.'
      : undefined,
  aws_s3_bucket_policy: (change) =>
    change.action === 'delete'
      ? 'The policy that limits who can read the Terraform state in BUCKET is removed.'
      : undefined,
};

const first = (value: unknown): Record<string, unknown> => {
  const item = Array.isArray(value) ? value[0] : value;
  return isObject(item) ? item : {};
};
const status = (values: PlannedChange['before']): unknown =>
  first(values?.['versioning_configuration'])['status'];
const algorithm = (values: PlannedChange['before']): unknown =>
  first(first(values?.['rule'])['apply_server_side_encryption_by_default'])['sse_algorithm'];

/** By its name, for a plan does not say where its own state is. */
const looksLikeState = ({ address, before }: PlannedChange): boolean =>
  [address, before?.['bucket'], before?.['name'], before?.['description']].some(
    (text) => typeof text === 'string' && STATE.test(text),
  );

const STATE = /tf-?state|(terraform|tofu|cdktf)[-_. ]?(state|lock|backend)|(^|[-_. ])state([-_. ]|$)/i;
