import { allow, document, OWN } from '../resource-policy';
import { pair, stays, type Pairs } from './pair';

const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';
const everything = document({ Effect: 'Allow', Action: '*', Resource: '*' });
const little = document({ Effect: 'Allow', Action: 'cloudwatch:GetMetricData', Resource: '*' });
const arn = (name: string) => `arn:aws:iam::${OWN}:${name}`;
const trusting = (Service: string) => document(allow({ Service }, 'sts:AssumeRole'));
const role = (name: string, policy: string) => ({
  ...{ name, arn: arn(`role/${name}`), assume_role_policy: trusting('lambda.amazonaws.com') },
  inline_policy: [{ name: 'p', policy }],
});

/** A thing that runs with a role that may do little runs with one that may do everything. */
const stronger = (roleIn: (name: string) => object) =>
  pair(roleIn('weak'), roleIn('strong'), {
    'aws_iam_role.weak': stays(role('weak', little)),
    'aws_iam_role.strong': stays(role('strong', everything)),
  });
const byArn = (argument: string, more: object = {}) =>
  stronger((name) => ({ ...more, [argument]: arn(`role/${name}`) }));

/** Users, roles, and what runs with them. */
export const identities: Pairs = {
  'aws_iam_group_membership iam-widened': pair(
    { name: 'm', group: 'admins', users: ['ann'] },
    { name: 'm', group: 'admins', users: ['ann', 'bob'] },
    {
      'aws_iam_group.admins': stays({ name: 'admins', arn: arn('group/admins') }),
      'aws_iam_group_policy.all': stays({ name: 'all', group: 'admins', policy: everything }),
      'aws_iam_user.bob': stays({ name: 'bob', arn: arn('user/bob') }),
    },
  ),
  'aws_iam_group_policy_attachment iam-widened': pair(null, { group: 'staff', policy_arn: ADMINISTRATOR }),
  'aws_iam_user_policy_attachment iam-widened': pair(null, { user: 'bob', policy_arn: ADMINISTRATOR }),
  'aws_iam_user boundary-widened': pair(
    { name: 'bob', permissions_boundary: arn('policy/limit') },
    { name: 'bob' },
    { 'aws_iam_policy.limit': stays({ name: 'limit', arn: arn('policy/limit'), policy: little }) },
  ),
  'aws_iam_saml_provider federation-added': pair(null, { name: 'okta', saml_metadata_document: '<a/>' }),
  'aws_iam_service_specific_credential user-credentials-added': pair(null, {
    user_name: 'bob',
    service_name: 'codecommit.amazonaws.com',
  }),
  'aws_iam_user_login_profile user-credentials-added': pair(null, { user: 'bob' }),
  'aws_iam_user_ssh_key user-credentials-added': pair(null, {
    ...{ username: 'bob', encoding: 'SSH', status: 'Active' },
    public_key: 'ssh-ed25519 AAAA',
  }),
  'aws_cloudformation_stack execution-role-changed': byArn('iam_role_arn', { name: 's' }),
  'aws_cloudformation_type execution-role-changed': byArn('execution_role_arn', { type_name: 't' }),
  'aws_pipes_pipe execution-role-changed': byArn('role_arn', { name: 'p' }),
  'aws_cloudwatch_event_target execution-role-changed': byArn('role_arn', { rule: 'r', arn: 'a' }),
  'aws_ssm_maintenance_window_task execution-role-changed': byArn('service_role_arn', { window_id: 'w' }),
  'aws_ssm_maintenance_window_task scheduled-command': {
    before: null,
    after: { window_id: 'w', task_type: 'RUN_COMMAND', task_arn: 'AWS-RunShellScript' },
  },
  'aws_scheduler_schedule execution-role-changed': stronger((name) => ({
    name: 's',
    target: [{ arn: 'a', role_arn: arn(`role/${name}`) }],
  })),
  'aws_ssm_activation execution-role-changed': stronger((name) => ({ name: 'm', iam_role: name })),
  'aws_cognito_identity_pool_roles_attachment guest-role-widened': pair(
    { identity_pool_id: 'p', roles: { unauthenticated: arn('role/weak') } },
    { identity_pool_id: 'p', roles: { unauthenticated: arn('role/strong') } },
    {
      'aws_cognito_identity_pool.p': stays({ id: 'p', allow_unauthenticated_identities: true }),
      'aws_iam_role.weak': stays(role('weak', little)),
      'aws_iam_role.strong': stays(role('strong', everything)),
    },
  ),
  'aws_cloudformation_stack_set cloudformation-template': pair(
    { name: 's', template_body: JSON.stringify({ Resources: {} }) },
    { name: 's', template_url: 'https://templates.example.com/t.json' },
  ),
};
