import { dangerous, harmless, terraform } from '../../change';
import type { JsonObject } from '../../json';
import { ref, resource } from './names';

const logs = (name: string) => resource('aws_cloudwatch_log_group', name, { name: `/aws/lambda/${name}` });

const BUCKET = 'aws_s3_bucket';
const bucket = (name: string) => ({ [BUCKET]: { [name]: { bucket: name.replaceAll('_', '-') } } });
const ofBucket = (name: string, body: JsonObject) => ({
  [name]: { bucket: ref(`${BUCKET}.${name}`), ...body },
});
const versioning = (name: string, status: string) => ({
  aws_s3_bucket_versioning: ofBucket(name, { versioning_configuration: [{ status }] }),
});
const block = (name: string, on: boolean) => ({
  aws_s3_bucket_public_access_block: ofBucket(name, {
    block_public_acls: on,
    block_public_policy: on,
    ignore_public_acls: on,
    restrict_public_buckets: on,
  }),
});

/** Functions, and what Terraform's own state hangs on. */
export const account = [
  dangerous(
    'function-url-public',
    'A function gets an address of its own, open to everyone',
    'critical function-exposed',
    terraform(logs('function_url'), {
      resource: {
        aws_lambda_function_url: { function_url: { function_name: 'orders', authorization_type: 'NONE' } },
      },
    }),
  ),
  dangerous(
    'function-permission-everyone',
    'Anyone with an AWS account may call a function',
    'critical function-exposed',
    terraform(logs('function_call'), {
      resource: {
        aws_lambda_permission: {
          function_call: { function_name: 'orders', action: 'lambda:InvokeFunction', principal: '*' },
        },
      },
    }),
  ),
  dangerous(
    'state-bucket-deleted',
    'The bucket of the Terraform state goes',
    'critical state-at-risk',
    terraform({ resource: bucket('terraform_state_gone') }, { resource: null }),
  ),
  dangerous(
    'state-versions-suspended',
    'Older versions of the Terraform state are no longer kept',
    'critical state-at-risk',
    terraform(
      {
        resource: {
          ...bucket('terraform_state_versions'),
          ...versioning('terraform_state_versions', 'Enabled'),
        },
      },
      { resource: versioning('terraform_state_versions', 'Suspended') },
    ),
  ),
  dangerous(
    'state-public-access-allowed',
    'The bucket of the Terraform state may be made public',
    'critical state-at-risk',
    terraform(
      { resource: { ...bucket('terraform_state_public'), ...block('terraform_state_public', true) } },
      { resource: block('terraform_state_public', false) },
    ),
  ),
  dangerous(
    'key-deleted',
    'The key that the Terraform state is encrypted with goes',
    'critical state-at-risk',
    terraform(
      { resource: { aws_kms_key: { state_key: { description: 'Terraform state' } } } },
      { resource: null },
    ),
  ),
  dangerous(
    'key-disabled',
    'The key that the Terraform state is encrypted with is switched off',
    'critical state-at-risk',
    terraform(
      { resource: { aws_kms_key: { state_key_off: { description: 'Terraform state' } } } },
      resource('aws_kms_key', 'state_key_off', { is_enabled: false }),
    ),
  ),

  harmless(
    'other-bucket-deleted',
    'A bucket with no state in it goes',
    terraform({ resource: bucket('catalogue_photos') }, { resource: null }),
  ),
  harmless(
    'log-group-imported',
    'A log group that is there is taken over by an import block',
    terraform(resource('aws_cloudwatch_log_group', 'there', { name: '/orders' }), {
      import: [{ to: 'aws_cloudwatch_log_group.imported', id: '/orders' }],
      ...resource('aws_cloudwatch_log_group', 'imported', { name: '/orders' }),
    }),
  ),
];
