import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';

/** References to what ARNs and URLs of a stack's account and region are made of. */
export interface Account {
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly dnsSuffix: string;
}

/** Terraform asks for them once in each stack. */
export function currentAccount(construct: Construct): Account {
  const stack = TerraformStack.of(construct);
  const known = stack.node.tryFindChild('gateway account') as CurrentAccount | undefined;
  return known ?? new CurrentAccount(stack, 'gateway account');
}

class CurrentAccount extends Construct implements Account {
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly dnsSuffix: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const identity = new DataAwsCallerIdentity(this, 'identity');
    const region = new DataAwsRegion(this, 'region');
    const partition = new DataAwsPartition(this, 'partition');
    for (const data of [identity, region, partition]) data.overrideLogicalId('gateway');
    this.accountId = identity.accountId;
    this.region = region.name;
    this.partition = partition.partition;
    this.dnsSuffix = partition.dnsSuffix;
  }
}
