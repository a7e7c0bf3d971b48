import { type PolicyKind } from '../model';
import { globMatches } from './glob';
import { arnTokens, type Variables } from './pattern';

/**
 * Whether a resource is what the pattern names.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function resourceMatches(
  pattern: string,
  resource: string,
  kind: PolicyKind,
  variables: Variables | undefined,
): boolean {
  if (pattern === '*') return true;
  const tokens = arnTokens(fullArn(pattern, resource, kind), variables, true);
  return tokens !== undefined && globMatches(tokens, resource);
}

/**
 * AWS completes a short ARN of an identity policy with `*`, and `execute-api:/` in the policy of an API with that API's
 * ARN.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
function fullArn(pattern: string, resource: string, kind: PolicyKind): string {
  if (kind === 'resource') return pattern.replace(/^execute-api:\//, () => resource.replace(/\/.*$/s, '/'));
  const fields = pattern.replace(/\$\{[^{}]*\}/g, '').split(':').length;
  return fields >= 6 ? pattern : `${pattern}${':*'.repeat(6 - fields)}`;
}
