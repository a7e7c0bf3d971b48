import { boundaryArn } from '@gatehouse/environment';
import { allow, stringEquals } from '../policy';
import { type Scope, type Service } from './service';

const roles = ({ iamArn, prefix }: Scope): string => iamArn(`role/${prefix}*`);

/** Who takes the roles: functions, and the identity pool for people who are signed in and for guests. */
const takers = ['cognito-identity.amazonaws.com', 'lambda.amazonaws.com'];

/**
 * Roles of functions and users. Who may make a role may give it any permission, and so take any: every role must carry
 * the environment's boundary, which no deploy can change.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export const iam: Service = {
  resourceTypes: ['aws_iam_role', 'aws_iam_role_policy'],
  read: (scope) => [
    allow('ReadRoles', roles(scope), [
      'iam:GetRole',
      'iam:GetRolePolicy',
      'iam:ListAttachedRolePolicies',
      'iam:ListRolePolicies',
      'iam:ListRoleTags',
    ]),
  ],
  write: (scope) => [
    allow(
      'ChangeBoundedRoles',
      roles(scope),
      ['iam:CreateRole', 'iam:DeleteRolePolicy', 'iam:PutRolePermissionsBoundary', 'iam:PutRolePolicy'],
      stringEquals('iam:PermissionsBoundary', boundaryArn(scope.environment)),
    ),
    allow('ChangeRoles', roles(scope), [
      'iam:DeleteRole',
      'iam:ListInstanceProfilesForRole',
      'iam:TagRole',
      'iam:UntagRole',
      'iam:UpdateAssumeRolePolicy',
      'iam:UpdateRole',
      'iam:UpdateRoleDescription',
    ]),
    allow('GiveRoles', roles(scope), 'iam:PassRole', stringEquals('iam:PassedToService', takers)),
  ],
};
