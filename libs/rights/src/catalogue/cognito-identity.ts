import { arn, of, type Service } from './type-rights';

const cognito = (actions: string) => of('cognito-identity', actions);

const pools = arn('cognito-identity', 'identitypool/*');

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncognitoidentity.html */
export const cognitoIdentity: Service = {
  group: 'identity',
  types: {
    aws_cognito_identity_pool: {
      grants: [
        {
          on: [pools],
          read: cognito('DescribeIdentityPool ListTagsForResource'),
          change: cognito('TagResource UntagResource UpdateIdentityPool'),
          delete: cognito('DeleteIdentityPool'),
        },
        { on: ['*'], create: cognito('CreateIdentityPool'), when: 'tagged' },
      ],
    },
    aws_cognito_identity_pool_roles_attachment: {
      grants: [
        { on: [pools], read: cognito('GetIdentityPoolRoles') },
        // AWS takes no narrower resource and looks at no tags; which roles may be given, iam:PassRole says.
        { on: ['*'], change: cognito('SetIdentityPoolRoles') },
      ],
    },
    aws_cognito_identity_pool_provider_principal_tag: {
      grants: [
        { on: [pools], read: cognito('GetPrincipalTagAttributeMap') },
        // AWS takes no narrower resource.
        { on: ['*'], change: cognito('SetPrincipalTagAttributeMap') },
      ],
    },
    'data.aws_cognito_identity_pool': {
      grants: [
        { on: ['*'], read: cognito('ListIdentityPools') },
        { on: [pools], read: cognito('DescribeIdentityPool ListTagsForResource') },
      ],
    },
  },
};
