import { madeForEnvironment } from './environment-tag';
import { type Service } from './service';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitoidentity.html */
export const cognitoIdentity: Service = {
  resourceTypes: ['aws_cognito_identity_pool', 'aws_cognito_identity_pool_roles_attachment'],
  read: ({ arn }) => [
    {
      Sid: 'ReadIdentityPools',
      Effect: 'Allow',
      Action: [
        'cognito-identity:DescribeIdentityPool',
        'cognito-identity:GetIdentityPoolRoles',
        'cognito-identity:ListTagsForResource',
      ],
      Resource: arn('cognito-identity', 'identitypool/*'),
    },
  ],
  write: ({ arn, environment }) => [
    {
      Sid: 'MakeIdentityPools',
      Effect: 'Allow',
      Action: 'cognito-identity:CreateIdentityPool',
      Resource: '*',
      Condition: madeForEnvironment(environment),
    },
    {
      Sid: 'ChangeIdentityPools',
      Effect: 'Allow',
      Action: [
        'cognito-identity:DeleteIdentityPool',
        'cognito-identity:TagResource',
        'cognito-identity:UntagResource',
        'cognito-identity:UpdateIdentityPool',
      ],
      Resource: arn('cognito-identity', 'identitypool/*'),
    },
    {
      Sid: 'GiveRolesToIdentityPools',
      Effect: 'Allow',
      Action: 'cognito-identity:SetIdentityPoolRoles',
      // AWS takes no narrower resource and looks at no tags; which roles may be given, iam:PassRole says.
      Resource: '*',
    },
  ],
};
