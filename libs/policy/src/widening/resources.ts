import { hasSymbol } from './language/symbol';
import { PatternList, type TextSet, everything } from './language/set';
import { resourcePattern } from './language/pattern';

/**
 * A resource of an identity's policy: AWS completes an ARN that is cut short.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function completed(resource: string): string {
  if (resource === '*' || hasSymbol(resource)) return resource;
  const fields = resource.replace(/\$\{[^{}]*\}/g, '').split(':').length;
  return fields >= 6 ? resource : `${resource}${':*'.repeat(6 - fields)}`;
}

/**
 * A resource of a resource's policy: `execute-api:/stage/GET/path` is of the API that has the policy.
 *
 * @param arn of the resource
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
export const ofApi =
  (arn: string | undefined) =>
  (resource: string): string =>
    arn === undefined ? resource : resource.replace(/^execute-api:\//, `${arn.replace(/\/.*$/s, '')}/`);

/** The resource and what is in it; everything where its ARN is not known. */
export function partsOf(arn: string | undefined): TextSet {
  if (arn === undefined || /[*?]/.test(arn)) return everything;
  const patterns = [arn, `${arn}/*`, `${arn}:*`].flatMap((each) => resourcePattern(each, false) ?? []);
  return { all: [new PatternList(patterns)], none: [] };
}
