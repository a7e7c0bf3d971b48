import { own } from '../../own';
import type { PlannedChange } from '../../changes/planned-change';
import type { Severity } from '../../findings/finding';
import { openedObjects } from '../../resource-policies/opened';
import { isOfState, looksLikeState } from '../../resource-policies/state';
import { violationsOf } from '../../resource-policies/violations';
import { isObject } from '../../terraform/unreadable';
import { lossesOf, type Loss } from '../losses';
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
      { type: 'aws_kms_key', name: 'description', isPrivate: true },
    ).flatMap(lost),
    ...comparison.changes.flatMap(weakened),
    ...openedObjects(comparison)
      .filter(({ object }) => isOfState(object))
      .flatMap((opened) => violationsOf(opened, comparison.trusted))
      .map((found) => ({ remediation: 'Let only those who run Terraform into its state.', ...found })),
  ],
});

function lost({ change, how, name, remediation }: Loss): Violation[] {
  const isKey = change.type === 'aws_kms_key';
  const ofState = changesState(change);
  // A key takes with it whatever it encrypts, state or not.
  if (!ofState && (!isKey || how === 'forgotten')) return [];
  const message = isKey
    ? `What key ${name} encrypts can no longer be read${ofState ? ', the Terraform state included' : ''}.`
    : change.type === 'aws_dynamodb_table'
      ? `Two applies at the same time can break the Terraform state: without ${name} it has no lock.`
      : `The Terraform state in ${name} is ${how}, and Terraform loses every resource that it manages.`;
  const subject = `${isKey ? 'key' : 'state'} ${name}`;
  const severity = ofState ? undefined : 'high';
  return [{ at: change, subject, severity, message, remediation, before: 'in use', after: how }];
}

function weakened(change: PlannedChange): Violation[] {
  const weaker = own(WEAKER, change.type);
  if (!weaker || !change.before || !weaker[0](change) || !changesState(change)) return [];
  const bucket = nameOf({ name: change.before['bucket'], address: change.address });
  return [
    {
      at: change,
      subject: `state ${bucket}`,
      severity: weaker[2],
      message: weaker[1].replace('BUCKET', bucket),
      before: 'on',
      after: 'off',
    },
  ];
}

/** Whether a change of a bucket's or key's setting takes something away, and what. */
const WEAKER: Readonly<Record<string, readonly [(change: PlannedChange) => boolean, string, Severity?]>> = {
  aws_kms_key: [
    ({ before, after }) => before?.['is_enabled'] === true && after !== undefined && after['is_enabled'] !== true,
    'The Terraform state that BUCKET encrypts cannot be read or written while the key is off.',
  ],
  aws_s3_bucket: [
    ({ before, after }) => before?.['force_destroy'] !== true && after?.['force_destroy'] === true,
    'terraform destroy deletes the Terraform state in BUCKET with every version of it.',
    'medium',
  ],
  aws_s3_bucket_versioning: [
    ({ before, after }) => status(before) === 'Enabled' && status(after) !== 'Enabled',
    'An overwritten or broken Terraform state in BUCKET cannot be restored.',
  ],
  aws_s3_bucket_public_access_block: [
    ({ before, after }) =>
      ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'].some(
        (flag) => before?.[flag] === true && after?.[flag] !== true,
      ),
    'A mistake in a policy can let anyone read the Terraform state in BUCKET, with every secret in it.',
  ],
  aws_s3_bucket_server_side_encryption_configuration: [
    ({ before, after }) => algorithm(before) === 'aws:kms' && algorithm(after) !== 'aws:kms',
    'Everyone who can read BUCKET can read the Terraform state, without permission for its key.',
  ],
  aws_s3_bucket_policy: [
    ({ action }) => action === 'delete',
    'The policy that limits who can read the Terraform state in BUCKET is removed.',
  ],
};

const first = (value: unknown): Record<string, unknown> => {
  const item = Array.isArray(value) ? value[0] : value;
  return isObject(item) ? item : {};
};
const status = (values: PlannedChange['before']): unknown => first(values?.['versioning_configuration'])['status'];
const algorithm = (values: PlannedChange['before']): unknown =>
  first(first(values?.['rule'])['apply_server_side_encryption_by_default'])['sse_algorithm'];

const changesState = ({ address, before }: PlannedChange): boolean =>
  looksLikeState(address, before?.['bucket'], before?.['name'], before?.['description']);
