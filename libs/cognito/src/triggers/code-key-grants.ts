import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { type IFunction, type IGrantee, nameInTerraform, policyDocument, snakeCase } from '@gatehouse/construct-kit';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';

/** Lets functions that send messages decrypt the codes in them. */
export class CodeKeyGrants extends Construct {
  private readonly granted = new Set<IFunction>();

  constructor(
    scope: Construct,
    id: string,
    private readonly poolName: string,
  ) {
    super(scope, id);
  }

  /** Does nothing for a function that exists: its role is not ours. */
  allow(sender: IFunction, key: { readonly arn: string }): void {
    if (this.granted.has(sender) || !isGrantee(sender) || sender.roleName === undefined) return;
    this.granted.add(sender);
    const policy = new IamRolePolicy(this, sender.node.path, {
      role: sender.roleName,
      // Policies of one role differ in their names, whichever stacks write them.
      name: `decrypt-codes-${TerraformStack.of(this).node.id}-${this.poolName}`,
      policy: policyDocument([{ Effect: 'Allow', Action: 'kms:Decrypt', Resource: key.arn }]),
    });
    nameInTerraform(policy, `${this.poolName}_codes_${snakeCase(sender.granteeId)}`);
  }
}

const isGrantee = (target: IFunction): target is IFunction & IGrantee => 'granteeId' in target && 'roleName' in target;
