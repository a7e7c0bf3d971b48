import { madeForEnvironment } from './environment-tag';
import { type Service } from './service';

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html */
export const cognito: Service = {
  resourceTypes: [
    'aws_cognito_user_pool',
    'aws_cognito_user_pool_client',
    'aws_cognito_user_pool_domain',
    'aws_cognito_resource_server',
  ],
  read: ({ arn }) => [
    {
      Sid: 'ReadUserPools',
      Effect: 'Allow',
      Action: [
        'cognito-idp:DescribeResourceServer',
        'cognito-idp:DescribeUserPool',
        'cognito-idp:DescribeUserPoolClient',
        'cognito-idp:GetUserPoolMfaConfig',
        'cognito-idp:GetWebACLForResource',
        'cognito-idp:ListTagsForResource',
      ],
      Resource: arn('cognito-idp', 'userpool/*'),
    },
    {
      Sid: 'FindUserPoolDomains',
      Effect: 'Allow',
      // By its prefix, which tells nobody whose it is: AWS takes no narrower resource.
      Action: 'cognito-idp:DescribeUserPoolDomain',
      Resource: '*',
    },
  ],
  write: ({ arn, environment }) => [
    {
      Sid: 'MakeUserPools',
      Effect: 'Allow',
      Action: 'cognito-idp:CreateUserPool',
      // A pool has no ARN before it is made, so its tag says whose it will be.
      Resource: '*',
      Condition: madeForEnvironment(environment),
    },
    {
      Sid: 'ChangeUserPools',
      Effect: 'Allow',
      Action: [
        'cognito-idp:AddCustomAttributes',
        'cognito-idp:CreateResourceServer',
        'cognito-idp:CreateUserPoolClient',
        'cognito-idp:CreateUserPoolDomain',
        'cognito-idp:DeleteResourceServer',
        'cognito-idp:DeleteUserPool',
        'cognito-idp:DeleteUserPoolClient',
        'cognito-idp:DeleteUserPoolDomain',
        'cognito-idp:SetUserPoolMfaConfig',
        'cognito-idp:TagResource',
        'cognito-idp:UntagResource',
        'cognito-idp:UpdateResourceServer',
        'cognito-idp:UpdateUserPool',
        'cognito-idp:UpdateUserPoolClient',
        'cognito-idp:UpdateUserPoolDomain',
      ],
      Resource: arn('cognito-idp', 'userpool/*'),
    },
  ],
};
