import { madeForEnvironment } from './environment-tag';
import { allow } from '../policy';
import { type Scope, type Service } from './service';

export const userPools = ({ arn }: Scope): string => arn('cognito-idp', 'userpool/*');

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html */
export const cognito: Service = {
  resourceTypes: [
    'aws_cognito_user_pool',
    'aws_cognito_user_pool_client',
    'aws_cognito_user_pool_domain',
    'aws_cognito_resource_server',
  ],
  read: (scope) => [
    allow('ReadUserPools', userPools(scope), [
      'cognito-idp:DescribeResourceServer',
      'cognito-idp:DescribeUserPool',
      'cognito-idp:DescribeUserPoolClient',
      'cognito-idp:GetUserPoolMfaConfig',
      'cognito-idp:GetWebACLForResource',
      'cognito-idp:ListTagsForResource',
    ]),
    // By its prefix, which does not say whose it is: AWS takes no narrower resource.
    allow('FindUserPoolDomains', '*', 'cognito-idp:DescribeUserPoolDomain'),
  ],
  write: (scope) => [
    // A pool has no ARN before it is made, so its tag says whose it will be.
    allow('MakeUserPools', '*', 'cognito-idp:CreateUserPool', madeForEnvironment(scope.environment)),
    allow('ChangeUserPools', userPools(scope), [
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
    ]),
  ],
};
