import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { DataAwsPartition } from '@cdktf/provider-aws/lib/data-aws-partition';
import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';

/** References to what ARNs and URLs of a stack's account and region are made of. */
export interface CurrentAccount {
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly dnsSuffix: string;
}

/**
 * The account and region that a stack is deployed to, by data sources that Terraform reads once in each stack.
 *
 * @param address of the data sources: the package that asks for them
 */
export function currentAccount(construct: Construct, address: string): CurrentAccount {
  const stack = TerraformStack.of(construct);
  const id = `${address} account`;
  const known = stack.node.tryFindChild(id) as AccountData | undefined;
  return known ?? new AccountData(stack, id, address);
}

class AccountData extends Construct implements CurrentAccount {
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly dnsSuffix: string;

  constructor(scope: Construct, id: string, address: string) {
    super(scope, id);
    const identity = new DataAwsCallerIdentity(this, 'identity');
    const region = new DataAwsRegion(this, 'region');
    const partition = new DataAwsPartition(this, 'partition');
    for (const data of [identity, region, partition]) data.overrideLogicalId(address);
    this.accountId = identity.accountId;
    this.region = region.name;
    this.partition = partition.partition;
    this.dnsSuffix = partition.dnsSuffix;
  }
}
