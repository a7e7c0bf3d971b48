import { type CognitoIdentityPool } from '@cdktf/provider-aws/lib/cognito-identity-pool';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { formats } from '@gatehouse/checks';
import { check, keepPolicyVariables, nameInTerraform, policyDocument, snakeCase } from '@gatehouse/construct-kit';
import { Token } from 'cdktf';
import { Construct } from 'constructs';

/** What a role may do, and to what. */
export interface Permission {
  /** IAM actions of one service each, such as `s3:GetObject` or `s3:Get*`; `s3:*` and `*` are refused. */
  readonly actions: readonly string[];
  /** ARNs. Policy variables such as `${cognito-identity.amazonaws.com:sub}` are IAM's, not Terraform's. */
  readonly resources: readonly string[];
}

export interface FederatedRoleProps {
  readonly identityPool: CognitoIdentityPool;
  readonly name: string;
  /** Who holds the role: the `amr` claim of the identity pool's tokens. */
  readonly amr: 'authenticated' | 'unauthenticated';
  readonly permissions: readonly Permission[];
  /** The prop that the permissions come from, for errors. */
  readonly prop: string;
  /** Name in Terraform. */
  readonly address: string;
}

/**
 * A role that one identity pool gives to its signed-in people, or to its guests.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
 */
export class FederatedRole extends Construct {
  readonly roleArn: string;

  constructor(scope: Construct, id: string, props: FederatedRoleProps) {
    super(scope, id);
    const { permissions, prop } = props;
    const address = snakeCase(props.address);
    permissions.forEach((permission, index) => checkPermission(this, `${prop}[${index}]`, permission));

    const role = new IamRole(this, 'Resource', { name: props.name, assumeRolePolicy: trustPolicy(props) });
    nameInTerraform(role, address);
    if (permissions.length > 0) {
      const policy = permissionPolicy(permissions);
      const attached = new IamRolePolicy(this, 'Policy', { role: role.id, name: 'permissions', policy });
      nameInTerraform(attached, address);
    }
    this.roleArn = role.arn;
  }
}

/** Without `aud`, every identity pool of every AWS customer could hand out the role; without `amr`, also to guests. */
function trustPolicy({ identityPool, amr }: FederatedRoleProps): string {
  return policyDocument([
    {
      Effect: 'Allow',
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': identityPool.id },
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': amr },
      },
    },
  ]);
}

function permissionPolicy(permissions: readonly Permission[]): string {
  return policyDocument(
    permissions.map(({ actions, resources }) => ({
      Effect: 'Allow',
      Action: actions,
      Resource: resources.map(keepPolicyVariables),
    })),
  );
}

function checkPermission(construct: Construct, prop: string, { actions, resources }: Permission): void {
  check(construct, resources.length > 0, {
    prop: `${prop}.resources`,
    expected: 'at least one ARN',
    found: resources,
    fix: 'Say what the actions may touch',
  });
  const { pattern } = formats.iamAction;
  const wrong = actions.find((action) => !Token.isUnresolved(action) && !pattern.test(action));
  check(construct, wrong === undefined && actions.length > 0, {
    prop: `${prop}.actions`,
    expected: 'actions such as s3:GetObject or s3:Get*',
    found: wrong ?? actions,
    fix: 'List the actions: everyone who signs up, or anyone at all, holds this role',
  });
}
