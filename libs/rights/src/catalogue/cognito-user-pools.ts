import { logDelivery } from './logs';
import { arn, each, iamArn, of, reads, type Service, type TypeRights } from './type-rights';

const cognito = (actions: string) => of('cognito-idp', actions);

/** Cognito chooses a pool's id, so its tag says whose it is. */
export const userPools = arn('cognito-idp', 'userpool/*');

const inPool = (read: string, create: string, change: string, remove: string): TypeRights => ({
  grants: [
    {
      on: [userPools],
      read: cognito(read),
      create: cognito(create),
      change: cognito(change),
      delete: cognito(remove),
    },
  ],
});

const pool: TypeRights = {
  arn: userPools,
  grants: [
    {
      on: [userPools],
      read: cognito('DescribeUserPool GetUserPoolMfaConfig ListTagsForResource'),
      change: cognito('AddCustomAttributes SetUserPoolMfaConfig TagResource UntagResource UpdateUserPool'),
      delete: cognito('DeleteUserPool'),
    },
    // A pool has no ARN before it is made.
    { on: ['*'], create: cognito('CreateUserPool'), when: 'tagged' },
  ],
};

const domain: TypeRights = {
  grants: [
    // By its prefix, which does not say whose it is: AWS takes no narrower resource.
    { on: ['*'], read: cognito('DescribeUserPoolDomain') },
    {
      on: [userPools],
      create: cognito('CreateUserPoolDomain'),
      change: cognito('UpdateUserPoolDomain'),
      delete: cognito('DeleteUserPoolDomain'),
    },
  ],
};

const user = inPool(
  'AdminGetUser',
  'AdminCreateUser AdminSetUserPassword',
  'AdminDeleteUserAttributes AdminDisableUser AdminEnableUser AdminSetUserPassword AdminUpdateUserAttributes',
  'AdminDeleteUser',
);

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitouserpools.html */
export const cognitoUserPools: Service = {
  group: 'identity',
  types: {
    aws_cognito_user_pool: pool,
    // Cognito makes the role with which it sends by SES when a pool first names SES.
    'aws_cognito_user_pool.email_configuration': {
      grants: [
        {
          on: [
            iamArn(
              'role/aws-service-role/email.cognito-idp.amazonaws.com/AWSServiceRoleForAmazonCognitoIdpEmailService',
            ),
          ],
          create: of('iam', 'CreateServiceLinkedRole'),
          when: 'linked',
        },
      ],
    },
    aws_cognito_user_pool_client: inPool(
      'DescribeUserPoolClient',
      'CreateUserPoolClient',
      'UpdateUserPoolClient',
      'DeleteUserPoolClient',
    ),
    aws_cognito_managed_user_pool_client: inPool(
      'DescribeUserPoolClient ListUserPoolClients',
      'UpdateUserPoolClient',
      'UpdateUserPoolClient',
      'UpdateUserPoolClient',
    ),
    aws_cognito_user_pool_domain: domain,
    aws_cognito_resource_server: inPool(
      'DescribeResourceServer',
      'CreateResourceServer',
      'UpdateResourceServer',
      'DeleteResourceServer',
    ),
    aws_cognito_identity_provider: inPool(
      'DescribeIdentityProvider',
      'CreateIdentityProvider',
      'UpdateIdentityProvider',
      'DeleteIdentityProvider',
    ),
    aws_cognito_user_group: inPool('GetGroup', 'CreateGroup', 'UpdateGroup', 'DeleteGroup'),
    aws_cognito_user: user,
    aws_cognito_user_in_group: inPool(
      'AdminListGroupsForUser',
      'AdminAddUserToGroup',
      'AdminAddUserToGroup',
      'AdminRemoveUserFromGroup',
    ),
    aws_cognito_user_pool_ui_customization: inPool(
      'GetUICustomization',
      'SetUICustomization',
      'SetUICustomization',
      'SetUICustomization',
    ),
    aws_cognito_risk_configuration: inPool(
      'DescribeRiskConfiguration',
      'SetRiskConfiguration',
      'SetRiskConfiguration',
      'SetRiskConfiguration',
    ),
    aws_cognito_log_delivery_configuration: {
      grants: [
        {
          on: [userPools],
          read: cognito('GetLogDeliveryConfiguration'),
          change: cognito('SetLogDeliveryConfiguration'),
        },
        logDelivery,
      ],
    },
    'data.aws_cognito_user_pools': reads(cognito('ListUserPools'), '*'),
    ...each('data.aws_cognito_user_pool data.aws_cognito_user_pool_client', {
      grants: [{ on: [userPools], read: cognito('DescribeUserPool DescribeUserPoolClient GetUserPoolMfaConfig') }],
    }),
    'data.aws_cognito_user_pool_clients': reads(cognito('ListUserPoolClients'), userPools),
    'data.aws_cognito_user_pool_signing_certificate': reads(cognito('GetSigningCertificate'), userPools),
    'data.aws_cognito_user_group': reads(cognito('GetGroup'), userPools),
    'data.aws_cognito_user_groups': reads(cognito('ListGroups'), userPools),
  },
};
