import { checkText, type IFunction } from '@gatehouse/construct-kit';
import { Fn, Token } from 'cdktf';
import { Construct } from 'constructs';

/**
 * A function that something else deploys: another stack, another repository, another account. Its role is not ours, so
 * nothing can be allowed to it here; who calls it from here gets the right to, where its account lets us write it.
 */
export class ExistingFunction extends Construct implements IFunction {
  readonly functionName: string;
  readonly functionArn: string;
  readonly invokeArn: string;
  readonly qualifier?: string;

  /**
   * @param arn of the function, or of an alias or version of it
   * @throws ConstructError when `arn` is known and no ARN of a function.
   */
  constructor(scope: Construct, id: string, arn: string) {
    super(scope, id);
    checkText(this, arn, {
      prop: 'arn',
      pattern: /^arn:[^:]+:lambda:[a-z0-9-]+:\d{12}:function:[\w-]{1,64}(:[\w$-]+)?$/,
      expected: 'the ARN of a function: arn:aws:lambda:<region>:<account>:function:<name>',
      fix: 'Copy it from the Lambda console or from `terraform output`',
    });
    const part = (index: number): string =>
      Token.isUnresolved(arn) ? Fn.element(Fn.split(':', arn), index) : (arn.split(':')[index] as string);
    const { qualifier } = /:function:[^:]+:(?<qualifier>.+)$/.exec(arn)?.groups ?? {};
    // API Gateway's permission names the function without its qualifier, which has an argument of its own.
    this.functionName = qualifier === undefined ? arn : arn.slice(0, -qualifier.length - 1);
    this.functionArn = arn;
    this.qualifier = qualifier;
    this.invokeArn = `arn:${part(1)}:apigateway:${part(3)}:lambda:path/2015-03-31/functions/${arn}/invocations`;
  }
}
