import { each, iamArn, named, nothing, of, reads, type Service } from './type-rights';

const iam = (actions: string) => of('iam', actions);

/** Of the path `/`: those of the bootstrap have a path, so that no deploy reaches the role that it runs with. */
const roles = iamArn('role/{prefix}*');
const policies = iamArn('policy/{prefix}*');

/**
 * Roles of functions and users. Who may make a role may give it any permission, and so take any: every role must carry
 * the environment's boundary, which no deploy can change.
 *
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 */
export const roleManagement: Service = {
  group: 'roles',
  types: {
    aws_iam_role: {
      ...named(),
      arn: iamArn('role/{name}'),
      grants: [
        {
          on: [roles],
          read: iam('GetRole GetRolePolicy ListAttachedRolePolicies ListRolePolicies ListRoleTags'),
          create: iam('TagRole'),
          change: iam('UntagRole UpdateAssumeRolePolicy UpdateRole UpdateRoleDescription'),
          delete: iam('DeleteRole ListInstanceProfilesForRole'),
        },
        { on: [roles], create: iam('CreateRole'), change: iam('PutRolePermissionsBoundary'), when: 'bounded' },
        { on: [roles], create: iam('PassRole'), when: 'passed' },
      ],
    },
    aws_iam_role_policy: {
      grants: [
        { on: [roles], read: iam('GetRolePolicy') },
        { on: [roles], change: iam('PutRolePolicy'), delete: iam('DeleteRolePolicy'), when: 'bounded' },
      ],
    },
    aws_iam_role_policy_attachment: {
      grants: [
        { on: [roles], read: iam('ListAttachedRolePolicies') },
        { on: [roles], create: iam('AttachRolePolicy'), delete: iam('DetachRolePolicy'), when: 'bounded' },
      ],
    },
    aws_iam_policy: {
      ...named(),
      arn: iamArn('policy/{name}'),
      grants: [
        {
          on: [policies],
          read: iam('GetPolicy GetPolicyVersion ListPolicyVersions'),
          create: iam('CreatePolicy TagPolicy'),
          change: iam('CreatePolicyVersion DeletePolicyVersion UntagPolicy'),
          delete: iam('DeletePolicy'),
        },
      ],
    },
    'data.aws_iam_role': reads(iam('GetRole ListRoleTags'), iamArn('role/*')),
    'data.aws_iam_policy': {
      grants: [
        { on: ['*'], read: iam('ListPolicies') },
        { on: [iamArn('policy/*')], read: iam('GetPolicy GetPolicyVersion ListPolicyVersions') },
      ],
    },
    // What Terraform and the provider work out themselves, and what everybody may ask.
    ...each(
      'data.aws_iam_policy_document data.aws_caller_identity data.aws_region data.aws_partition data.aws_arn ' +
        'data.aws_service_principal data.aws_service data.aws_default_tags data.aws_ip_ranges',
      nothing,
    ),
  },
};
