import { type CognitoUserPool } from '@cdktf/provider-aws/lib/cognito-user-pool';
import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission';
import { check, describe, type IFunction, nameInTerraform, snakeCase, written } from '@gatehouse/construct-kit';
import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import { CodeKeyGrants } from './code-key-grants';
import { lambdaConfig, type Trigger } from './lambda-config';
import { type TriggerName, type Triggers } from './triggers';

/**
 * The triggers of one pool. Each function gets one permission, which names the pool; it is made after the pool, which names
 * the function, so neither waits for the other.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lambda_permission
 */
export class PoolTriggers extends Construct {
  private readonly triggers = new Map<TriggerName, Trigger>();
  private readonly permitted = new Set<IFunction>();
  private readonly keyGrants: CodeKeyGrants;

  constructor(
    scope: Construct,
    id: string,
    private readonly pool: CognitoUserPool,
    private readonly poolName: string,
  ) {
    super(scope, id);
    this.keyGrants = new CodeKeyGrants(this, 'codes', poolName);
    // Said about the pool, which its author knows.
    scope.node.addValidation({ validate: () => this.twoKeys() });
  }

  addAll(triggers: Triggers = {}): void {
    for (const [name, value] of Object.entries(triggers) as [TriggerName, Triggers[TriggerName]][]) {
      if (value !== undefined) this.add(name, 'function' in value ? value : { function: value });
    }
  }

  /** @throws ConstructError when the trigger has a function. */
  add(name: TriggerName, trigger: Trigger): void {
    const known = this.triggers.get(name);
    check(this.node.scope!, known === undefined, {
      prop: `addTrigger("${name}")`,
      expected: 'a trigger without a function, because Cognito calls one function for each',
      found: known?.function.node.path,
      fix: 'Do both in one function, or remove one of the two',
    });
    this.triggers.set(name, trigger);
    this.pool.putLambdaConfig(lambdaConfig(this.triggers));
    this.permit(trigger.function);
    if (trigger.key !== undefined) this.keyGrants.allow(trigger.function, trigger.key);
  }

  private permit(target: IFunction): void {
    if (this.permitted.has(target)) return;
    this.permitted.add(target);
    const permission = new LambdaPermission(this, target.node.path, {
      action: 'lambda:InvokeFunction',
      functionName: target.functionName,
      // A permission for the function alone lets no one call its aliases.
      qualifier: target.qualifier,
      principal: 'cognito-idp.amazonaws.com',
      sourceAccount: Fn.element(Fn.split(':', this.pool.arn), 4),
      sourceArn: this.pool.arn,
    });
    nameInTerraform(permission, `${this.poolName}_calls_${snakeCase(target.node.id)}`);
  }

  /** Keys that differ: a pool has one. Two tokens may be the same key, so their texts are compared. */
  private twoKeys(): string[] {
    const keys = [...this.triggers.values()].flatMap(({ key }) => (key === undefined ? [] : written(this, key.arn)));
    const other = keys.find((key) => key !== keys[0]);
    if (other === undefined) return [];
    const expected = `the key of the other sender, ${keys[0]}, because a pool has one`;
    return [describe({ prop: 'customSmsSender.key', expected, found: other, fix: 'Give both the same key' })];
  }
}
