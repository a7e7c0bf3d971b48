import { dangerous, harmless, terraform } from '../../change';
import type { JsonObject } from '../../json';
import { ACCOUNT, policy, ref, resource } from './names';

const ROLE = 'aws_iam_role';

const trust = (principal: JsonObject | string, condition?: JsonObject) =>
  policy({
    Effect: 'Allow',
    Principal: principal,
    Action: 'sts:AssumeRole',
    ...(condition && { Condition: condition }),
  });

const role = (name: string, body: JsonObject = {}) =>
  resource(ROLE, name, { name, assume_role_policy: trust({ Service: 'lambda.amazonaws.com' }), ...body });

const guestTrust = policy({
  Effect: 'Allow',
  Principal: { Federated: 'cognito-identity.amazonaws.com' },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: { 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'unauthenticated' } },
});

const may = (name: string, Action: string, Resource: string) => ({
  aws_iam_role_policy: {
    [name]: { name, role: ref(`${ROLE}.${name}`), policy: policy({ Effect: 'Allow', Action, Resource }) },
  },
});

/** An identity pool whose guests have a role. */
const guests = (name: string, body: JsonObject = {}) => ({
  resource: {
    aws_cognito_identity_pool: {
      [name]: { identity_pool_name: name, allow_unauthenticated_identities: true, ...body },
    },
    aws_cognito_identity_pool_roles_attachment: {
      [name]: {
        identity_pool_id: ref(`aws_cognito_identity_pool.${name}`),
        roles: { unauthenticated: ref(`${ROLE}.${name}`, 'arn') },
      },
    },
    [ROLE]: { [name]: { name, assume_role_policy: guestTrust } },
    ...may(name, 's3:GetObject', 'arn:aws:s3:::photos/*'),
  },
});

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

/** IAM, identity pools, functions, and what Terraform's own state hangs on. */
export const account = [
  dangerous(
    'role-trust-everyone',
    'Anyone with an AWS account may take a role',
    'critical role-trust-widened',
    terraform(role('trust_all'), resource(ROLE, 'trust_all', { assume_role_policy: trust('*') })),
  ),
  dangerous(
    'role-trust-condition-dropped',
    'A role for another account no longer asks for an external id',
    'high role-trust-widened',
    terraform(
      role('trust_partner', {
        assume_role_policy: trust(
          { AWS: 'arn:aws:iam::444444444444:root' },
          { StringEquals: { 'sts:ExternalId': 'orders' } },
        ),
      }),
      resource(ROLE, 'trust_partner', {
        assume_role_policy: trust({ AWS: 'arn:aws:iam::444444444444:root' }),
      }),
    ),
  ),
  dangerous(
    'role-boundary-removed',
    'Nothing limits any more what a role can be given',
    'high role-trust-widened',
    terraform(
      role('unbound', { permissions_boundary: `arn:aws:iam::${ACCOUNT}:policy/boundary` }),
      resource(ROLE, 'unbound', { permissions_boundary: null }),
    ),
  ),
  dangerous(
    'role-administrator',
    'A role gets AdministratorAccess',
    'high iam-widened',
    terraform(role('administrator'), {
      resource: {
        aws_iam_role_policy_attachment: {
          administrator: {
            role: ref(`${ROLE}.administrator`),
            policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess',
          },
        },
      },
    }),
  ),
  dangerous(
    'role-passes-roles',
    'A role may give every role to whatever it makes',
    'high iam-widened',
    terraform(role('passes'), { resource: may('passes', 'iam:PassRole', '*') }),
  ),
  dangerous(
    'guest-role-wide',
    'Guests may do everything in S3 with a bucket',
    ['critical guest-role-widened', 'critical guests-with-wide-role'],
    terraform(guests('guests_wide'), { resource: may('guests_wide', 's3:*', 'arn:aws:s3:::photos/*') }),
  ),
  dangerous(
    'guest-classic-flow',
    'Guests may choose among the roles that trust an identity pool',
    'medium guest-access-opened',
    terraform(
      guests('guests_classic', { allow_classic_flow: false }),
      resource('aws_cognito_identity_pool', 'guests_classic', { allow_classic_flow: true }),
    ),
  ),
  dangerous(
    'function-url-public',
    'A function gets an address of its own, open to everyone',
    'critical function-exposed',
    terraform(role('function_url'), {
      resource: {
        aws_lambda_function_url: { function_url: { function_name: 'orders', authorization_type: 'NONE' } },
      },
    }),
  ),
  dangerous(
    'function-permission-everyone',
    'Anyone with an AWS account may call a function',
    'critical function-exposed',
    terraform(role('function_call'), {
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
    'role-narrower',
    'A role may read one folder instead of the bucket',
    terraform(
      {
        resource: {
          [ROLE]: {
            narrower: { name: 'narrower', assume_role_policy: trust({ Service: 'lambda.amazonaws.com' }) },
          },
          ...may('narrower', 's3:GetObject', 'arn:aws:s3:::photos/*'),
        },
      },
      { resource: may('narrower', 's3:GetObject', 'arn:aws:s3:::photos/public/*') },
    ),
  ),
  harmless(
    'role-policy-reordered',
    'A policy says the same in another order',
    terraform(
      {
        resource: {
          [ROLE]: {
            reordered: { name: 'reordered', assume_role_policy: trust({ Service: 'lambda.amazonaws.com' }) },
          },
          aws_iam_role_policy: {
            reordered: {
              name: 'reordered',
              role: ref(`${ROLE}.reordered`),
              policy: policy({
                Effect: 'Allow',
                Action: ['s3:GetObject', 's3:PutObject'],
                Resource: 'arn:aws:s3:::photos/*',
              }),
            },
          },
        },
      },
      resource('aws_iam_role_policy', 'reordered', {
        policy: policy({
          Action: ['s3:PutObject', 's3:GetObject'],
          Resource: ['arn:aws:s3:::photos/*'],
          Effect: 'Allow',
        }),
      }),
    ),
  ),
  harmless(
    'guests-closed',
    'Guests no longer get AWS credentials',
    terraform(
      guests('guests_closed'),
      resource('aws_cognito_identity_pool', 'guests_closed', { allow_unauthenticated_identities: false }),
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
