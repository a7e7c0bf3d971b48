import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission';
import { nameInTerraform, snakeCase } from '@gatehouse/construct-kit';
import { Construct } from 'constructs';
import { type ApiContext } from '../api-context';
import { addressOf } from '../terraform';
import { type LambdaTarget } from './lambda';
import { isOfAnotherAccount } from './other-account';

/**
 * Lets one stage of the API call its functions: one permission for each function, because a function's policy is
 * full at 20 KB, which one permission for each method soon reaches. The owner of a function of another account writes it.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_permission
 */
export class LambdaPermissions extends Construct {
  private readonly functions = new Map<LambdaTarget, { permission?: LambdaPermission; invokeArn: string }>();

  constructor(
    scope: Construct,
    id: string,
    private readonly api: Pick<ApiContext, 'executionArn' | 'terraformName'>,
    // What stands behind the ARN of the API, such as `dev` and two stars.
    private readonly routes: string,
  ) {
    super(scope, id);
  }

  /** Terraform addresses of the permissions made so far. */
  list(): string[] {
    return [...this.functions.values()].flatMap(({ permission }) => (permission ? [addressOf(permission)] : []));
  }

  /** Returns the same text for the same function; its own attribute may be a new token every time. */
  allow(target: LambdaTarget): string {
    const known = this.functions.get(target);
    if (known !== undefined) return known.invokeArn;
    const { invokeArn } = target;
    const permission = isOfAnotherAccount(target, this) ? undefined : this.addPermission(target);
    this.functions.set(target, { permission, invokeArn });
    return invokeArn;
  }

  private addPermission(target: LambdaTarget): LambdaPermission {
    const name = `${snakeCase(target.node.id)}_${this.api.terraformName}`;
    const permission = new LambdaPermission(this, target.node.path, {
      action: 'lambda:InvokeFunction',
      functionName: target.functionName,
      // A permission for the function alone lets no one call its aliases.
      qualifier: target.qualifier,
      principal: 'apigateway.amazonaws.com',
      sourceArn: `${this.api.executionArn}/${this.routes}`,
    });
    return nameInTerraform(permission, name);
  }
}
