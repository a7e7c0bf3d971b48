import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { formats, identityPoolsOf } from '@gatehouse/checks';
import {
  check,
  type IGrantee,
  isLate,
  keepPolicyVariables,
  nameInTerraform,
  policyDocument,
  regionOf,
  snakeCase,
  type Statement,
} from '@gatehouse/construct-kit';
import { Lazy, Token } from 'cdktf';
import { Construct } from 'constructs';

export interface FederatedRoleProps {
  readonly identityPoolId: string;
  readonly name: string;
  /** Who holds the role: the `amr` claim of the identity pool's tokens. */
  readonly amr: 'authenticated' | 'unauthenticated';
  /** Whether the session has tags, made of the claims of the token. */
  readonly tagged: boolean;
  /** Name in Terraform. */
  readonly address: string;
  /** False: nobody holds it in this environment, so it is not made. */
  readonly exists: boolean;
}

/**
 * A role that one identity pool gives to its signed-in people, or to its guests. Hand it over to whatever lets it in, such as
 * `api.grantInvoke(people.guests, 'GET /prices')`.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html
 * @example people.authenticated.allow(['s3:GetObject'], ['arn:aws:s3:::acme-photos/*'])
 */
export class FederatedRole extends Construct implements IGrantee {
  readonly granteeId: string;
  readonly roleName: string | undefined;
  /** Undefined where guests get no credentials. */
  readonly roleArn: string | undefined;
  private readonly statements: Statement[] = [];
  private policy: IamRolePolicy | undefined;

  constructor(scope: Construct, id: string, props: FederatedRoleProps) {
    super(scope, id);
    this.granteeId = snakeCase(props.address);
    if (!props.exists) return;
    const assumeRolePolicy = Lazy.stringValue({ produce: () => trustPolicy(props, this.identityPools(props)) });
    const role = new IamRole(this, 'Resource', { name: props.name, assumeRolePolicy });
    nameInTerraform(role, this.granteeId);
    this.roleName = role.name;
    this.roleArn = role.arn;
  }

  /**
   * Lets those who hold the role do something. Where guests get no credentials it says nothing to AWS.
   *
   * @param actions of one service each, such as `s3:GetObject` or `s3:Get*`
   * @param resources ARNs; policy variables such as `${cognito-identity.amazonaws.com:sub}` are IAM's, not Terraform's
   * @throws ConstructError for `s3:*`, `*` and other wildcards that cover a service, and without resources.
   */
  allow(actions: readonly string[], resources: readonly string[]): void {
    checkPermission(this, actions, resources);
    if (this.roleName === undefined) return;
    this.statements.push({ Effect: 'Allow', Action: actions, Resource: resources.map(keepPolicyVariables) });
    this.policy ??= this.addPolicy(this.roleName);
    this.policy.policy = policyDocument(this.statements);
  }

  /** The id of an identity pool begins with its region; that of ours is not known yet, and is of the stack's region. */
  private identityPools({ identityPoolId }: FederatedRoleProps): string {
    return identityPoolsOf(Token.isUnresolved(identityPoolId) ? regionOf(this) : identityPoolId.split(':')[0]);
  }

  private addPolicy(role: string): IamRolePolicy {
    const policy = new IamRolePolicy(this, 'Policy', { role, name: 'permissions', policy: '' });
    return nameInTerraform(policy, this.granteeId);
  }
}

/**
 * A role that exists in every environment.
 * @example users.addGroup('editors', { role: people.addRole('editors') })
 */
export type HeldRole = FederatedRole & { readonly roleName: string; readonly roleArn: string };

/** Without `aud`, every identity pool of every AWS customer could hand out the role; without `amr`, also to guests. */
function trustPolicy({ amr, identityPoolId, tagged }: FederatedRoleProps, identityPools: string): string {
  return policyDocument([
    {
      Effect: 'Allow',
      Principal: { Federated: identityPools },
      Action: tagged ? ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'] : 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: { [`${identityPools}:aud`]: identityPoolId },
        'ForAnyValue:StringLike': { [`${identityPools}:amr`]: amr },
      },
    },
  ]);
}

function checkPermission(construct: Construct, actions: readonly string[], resources: readonly string[]): void {
  check(construct, resources.length > 0, {
    prop: 'allow, resources',
    expected: 'at least one ARN',
    found: resources,
    fix: 'Say what the actions may touch',
  });
  const { pattern } = formats.iamAction;
  const wrong = actions.find((action) => !isLate(action) && !pattern.test(action));
  check(construct, wrong === undefined && actions.length > 0, {
    prop: 'allow, actions',
    expected: 'actions such as s3:GetObject or s3:Get*',
    found: wrong ?? actions,
    fix: 'List the actions: everyone who signs up, or anyone at all, holds this role',
  });
}
