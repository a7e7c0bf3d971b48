import { madeForEnvironment } from './environment-tag';
import { allow } from '../policy';
import { type Service } from './service';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitoidentity.html */
export const cognitoIdentity: Service = {
  resourceTypes: ['aws_cognito_identity_pool', 'aws_cognito_identity_pool_roles_attachment'],
  read: ({ arn }) => [
    allow('ReadIdentityPools', arn('cognito-identity', 'identitypool/*'), [
      'cognito-identity:DescribeIdentityPool',
      'cognito-identity:GetIdentityPoolRoles',
      'cognito-identity:ListTagsForResource',
    ]),
  ],
  write: ({ arn, environment }) => [
    allow('MakeIdentityPools', '*', 'cognito-identity:CreateIdentityPool', madeForEnvironment(environment)),
    allow('ChangeIdentityPools', arn('cognito-identity', 'identitypool/*'), [
      'cognito-identity:DeleteIdentityPool',
      'cognito-identity:TagResource',
      'cognito-identity:UntagResource',
      'cognito-identity:UpdateIdentityPool',
    ]),
    // AWS takes no narrower resource and looks at no tags; which roles may be given, iam:PassRole says.
    allow('GiveRolesToIdentityPools', '*', 'cognito-identity:SetIdentityPoolRoles'),
  ],
};
