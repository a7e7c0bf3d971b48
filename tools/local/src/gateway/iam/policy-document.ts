import { type PolicyDocument } from '@gatehouse/policy';
import { type Policy } from '@gatehouse/surface';
import { type PolicedApi } from './exchange';

/**
 * An API's resource policy as a policy document; undefined where the API has none. A private API without one lets nobody in.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html
 */
export function resourcePolicyOf({
  endpointTypes,
  executionArn,
  name,
  policy,
}: PolicedApi): PolicyDocument | undefined {
  if (policy === undefined && !endpointTypes?.includes('PRIVATE')) return undefined;
  return { name: `the resource policy of API ${name}`, document: documentOf(policy ?? [], executionArn) };
}

/** @param executionArn what `execute-api:` stands for in an API's own policy */
export function documentOf(policy: Policy, executionArn = 'execute-api:'): object {
  const whole = (resource: string): string => resource.replace(/^execute-api:\//, `${executionArn}/`);
  return {
    Version: '2012-10-17',
    Statement: policy.map((statement) => ({
      Effect: statement.effect,
      ...element('Principal', principals(statement.principals)),
      ...element('NotPrincipal', principals(statement.notPrincipals)),
      ...element('Action', statement.actions),
      ...element('NotAction', statement.notActions),
      ...element('Resource', statement.resources.map(whole)),
      ...element('NotResource', statement.notResources.map(whole)),
      ...element('Condition', conditions(statement.conditions)),
    })),
  };
}

type Conditions = Policy[number]['conditions'];

function conditions(all: Conditions): Record<string, Record<string, readonly string[]>> {
  const byOperator: Record<string, Record<string, readonly string[]>> = {};
  for (const { key, operator, values } of all) (byOperator[operator] ??= {})[key] = values;
  return byOperator;
}

/** `AWS:arn...` and `Service:...` by kind; `*` is everyone, beside any other. */
function principals(names: readonly string[]): '*' | Record<string, string[]> {
  if (names.includes('*')) return '*';
  const byKind: Record<string, string[]> = {};
  for (const name of names) {
    const colon = name.indexOf(':');
    (byKind[name.slice(0, colon)] ??= []).push(name.slice(colon + 1));
  }
  return byKind;
}

/** An element of a statement, unless it is empty, which the model says of one that is not there. */
const element = (name: string, value: string | object): object =>
  typeof value === 'string' || Object.keys(value).length > 0 ? { [name]: value } : {};
