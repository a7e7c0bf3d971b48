import { namedLikeTheirOperation } from '../generic';
import { resourceCalled } from '../policies';
import { type Ask, type Question } from '../question';

const actions: Readonly<Record<string, string>> = {
  Invoke: 'InvokeFunction',
  InvokeWithResponseStream: 'InvokeFunction',
};

/**
 * A function is asked for with the version or alias that is named.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html
 */
export async function lambda(question: Question): Promise<readonly Ask[]> {
  const { operation, parameters } = question;
  const { FunctionName, Principal, Qualifier } = parameters as Record<string, string | undefined>;
  if (FunctionName === undefined || /EventSourceMapping/.test(operation as string))
    return namedLikeTheirOperation(question);
  const { arn, qualifier = Qualifier } = named(question, FunctionName);
  const context = {
    'lambda:EventSourceToken': undefined,
    'lambda:FunctionUrlAuthType': undefined,
    'lambda:InvokedViaFunctionUrl': false,
    'lambda:Principal': Principal,
  };
  const name = actions[operation as string] ?? (operation as string);
  return [{ action: `lambda:${name}`, resource: qualifier ? `${arn}:${qualifier}` : arn, context }];
}

/** `name`, `name:alias`, `account:function:name` or an ARN, with or without an alias. */
function named(question: Question, text: string): { arn: string; qualifier?: string } {
  const { caller, region } = question;
  const [, partition] = caller.principal.roleArn.split(':');
  const parts = /^(?:(?:arn:[^:]+:lambda:([^:]+):)?(\d{12}):function:)?([^:]+)(?::(.+))?$/.exec(text);
  const [, inRegion = region, account = caller.accountId, name = text, qualifier] = parts ?? [];
  const arn = `arn:${partition}:lambda:${inRegion}:${account}:function:${name}`;
  return { arn: resourceCalled(question, arn)?.arn ?? arn, qualifier };
}
