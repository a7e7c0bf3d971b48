import type { Violation } from '../findings/rule';
import type { FunctionPermission, Unknown } from '../model';
import { isUnknown } from '../model/value';
import { functionIn } from './backends';
import type { Comparison } from './comparison';

/** Routes that still lead to a function that their API may no longer call. */
export function refusedCalls({ after, changesOf, functionPermissions }: Comparison): readonly Violation[] {
  const callable = new Set(after.functionPermissions.filter(isForApis).map(calledFunction));
  const lost = new Set(
    functionPermissions.flatMap(({ before, after: still }) => {
      const called = before && !still && isForApis(before) ? calledFunction(before) : undefined;
      return called === undefined || callable.has(called) || callable.has(undefined) ? [] : [called];
    }),
  );
  if (lost.size === 0) return [];
  return INTEGRATIONS.flatMap(([type, uri, role]) =>
    changesOf(type).flatMap((change): readonly Violation[] => {
      const values = change.after ?? {};
      const called = typeof values[uri] === 'string' ? functionIn(values[uri]) : undefined;
      // With a role of its own, API Gateway needs no permission of the function.
      if (called === undefined || !lost.has(called) || (values[role] ?? '') !== '') return [];
      const message = `API Gateway may no longer call function ${called}: calls that ${change.address} sends there fail.`;
      return [{ at: change, subject: change.address, message, before: 'allowed', after: 'not allowed' }];
    }),
  );
}

const INTEGRATIONS = [
  ['aws_api_gateway_integration', 'uri', 'credentials'],
  ['aws_apigatewayv2_integration', 'integration_uri', 'credentials_arn'],
] as const;

const isForApis = ({ principal }: FunctionPermission<Unknown>): boolean => principal === 'apigateway.amazonaws.com';

/** Undefined: it is not known which. */
const calledFunction = ({ functionName }: FunctionPermission<Unknown>): string | undefined =>
  isUnknown(functionName) ? undefined : (functionName.split(':')[6] ?? functionName);
