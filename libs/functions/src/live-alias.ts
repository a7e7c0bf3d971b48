import { LambdaAlias } from '@cdktf/provider-aws/lib/lambda-alias';
import { type LambdaFunction } from '@cdktf/provider-aws/lib/lambda-function';
import { LambdaProvisionedConcurrencyConfig } from '@cdktf/provider-aws/lib/lambda-provisioned-concurrency-config';
import { nameInTerraform } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type LiveOptions } from './props';

/** The alias `live` of a function: the version that callers call. */
export class LiveAlias extends Construct {
  readonly arn: string;
  readonly invokeArn: string;
  /** Its name, by reference: who gets the right to call it waits until it is there. */
  readonly qualifier: string;

  constructor(scope: Construct, id: string, lambda: LambdaFunction, { provisionedConcurrency }: LiveOptions) {
    super(scope, id);
    const name = lambda.friendlyUniqueId;
    const alias = new LambdaAlias(this, 'Resource', {
      name: 'live',
      functionName: lambda.functionName,
      functionVersion: lambda.version,
    });
    nameInTerraform(alias, name);
    this.arn = alias.arn;
    this.invokeArn = alias.invokeArn;
    this.qualifier = alias.name;
    if (provisionedConcurrency === undefined) return;
    const provisioned = new LambdaProvisionedConcurrencyConfig(this, 'provisioned', {
      functionName: lambda.functionName,
      qualifier: alias.name,
      provisionedConcurrentExecutions: provisionedConcurrency,
    });
    nameInTerraform(provisioned, name);
  }
}
