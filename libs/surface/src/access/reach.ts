import type { List, Policy, PolicyStatement, RestApi, Unknown } from '../model';
import { isUnknown } from '../model/value';

/** Reached from networks that its owner let in, and not from the internet. */
export const isPrivate = ({ endpointTypes }: RestApi<Unknown>): boolean =>
  !isUnknown(endpointTypes) && endpointTypes.length > 0 && endpointTypes.every((type) => type === 'PRIVATE');

/**
 * From where a REST API is reached, as words after `anyone`: `in 203.0.113.0/24`, `behind vpce-1`, `in the private network`.
 * Absent: from everywhere, as far as is known.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
export function reachOf(api: RestApi<Unknown>): string | undefined {
  const networks = networksOf(api.policy);
  if (networks === undefined) return isPrivate(api) ? 'in the private network' : undefined;
  const shown = networks.slice(0, MOST);
  const more = networks.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(' or ');
}

const MOST = 3;

/** The networks that a policy keeps to, in words. Absent: it keeps to none, or that is not known. */
function networksOf(policy: Policy<Unknown> | undefined): readonly string[] | undefined {
  if (policy === undefined || isUnknown(policy) || policy.some(isUnknown)) return undefined;
  const everyone = policy.filter(isForEveryone);
  const denied = everyone.filter(({ effect }) => effect === 'Deny').flatMap((deny) => limitsOf(deny, OTHERS) ?? []);
  if (denied.length > 0) return [...new Set(denied)];
  const allowed = everyone.filter(({ effect }) => effect !== 'Deny').map((allow) => limitsOf(allow, ONLY));
  if (allowed.length === 0 || allowed.includes(undefined)) return undefined;
  return [...new Set(allowed.flatMap((each) => each ?? []))];
}

/** About every route and every caller. */
const isForEveryone = ({ principals, resources }: PolicyStatement<Unknown>): boolean =>
  has(principals, (principal) => principal === '*') && has(resources, (resource) => EVERYTHING.test(resource));

/** `*`, `execute-api:/*`, or the full ARN of the API with nothing but wildcards behind it. */
const EVERYTHING = /^(\*|(execute-api:|arn:[^/]*)(\/\*)+)$/;

const has = (list: List<string, Unknown>, is: (item: string) => boolean): boolean =>
  !isUnknown(list) && list.some((item) => !isUnknown(item) && is(item));

/** Conditions of an `Allow` that keep to networks, and of a `Deny` that spare them. */
const ONLY: Readonly<Record<string, string>> = {
  'ipaddress aws:sourceip': 'in',
  'ipaddress aws:vpcsourceip': 'in',
  'stringequals aws:sourcevpce': 'behind',
  'stringequals aws:sourcevpc': 'in',
};
const OTHERS: Readonly<Record<string, string>> = {
  'notipaddress aws:sourceip': 'in',
  'notipaddress aws:vpcsourceip': 'in',
  'stringnotequals aws:sourcevpce': 'behind',
  'stringnotequals aws:sourcevpc': 'in',
};

function limitsOf(
  { conditions }: PolicyStatement<Unknown>,
  words: Readonly<Record<string, string>>,
): readonly string[] | undefined {
  if (isUnknown(conditions)) return undefined;
  // Conditions hold together: a `Deny` with a second one spares more than the networks.
  if (words === OTHERS && conditions.length !== 1) return undefined;
  for (const condition of conditions) {
    if (isUnknown(condition)) continue;
    const { operator, key, values } = condition;
    const word = words[`${String(operator)} ${String(key)}`.toLowerCase()];
    if (word === undefined || isUnknown(values) || values.some(isUnknown)) continue;
    if (values.some((value) => value === '0.0.0.0/0')) continue;
    return values.map((value) => `${word} ${String(value)}`);
  }
  return undefined;
}
