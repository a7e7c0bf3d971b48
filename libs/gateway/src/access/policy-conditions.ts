import { isIP } from 'node:net';
import { check, isLate } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { type ApiPolicyStatement } from './resource-policy';

/**
 * @throws ConstructError for an operator that IAM does not have, and for addresses, VPCs and organizations that are none: a policy that
 * compares with them refuses everyone, or nobody.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function checkConditions(
  api: IConstruct,
  conditions: NonNullable<ApiPolicyStatement['conditions']>,
  prop: string,
): void {
  for (const [operator, keys] of Object.entries(conditions)) {
    check(api, operators.test(operator), {
      prop,
      expected: 'operators of IAM, such as IpAddress, StringEquals or ArnLike',
      found: operator,
      fix: 'AWS refuses a policy with any other: correct it',
    });
    for (const [key, given] of Object.entries(keys))
      checkValues(api, operator, key, given, `${prop}.${operator}.${key}`);
  }
}

function checkValues(api: IConstruct, operator: string, key: string, given: unknown, prop: string): void {
  if (isLate(given)) return;
  const values: readonly unknown[] = Array.isArray(given) ? given : [given];
  const fix = 'Compare with at least one value, or leave the condition out';
  check(api, values.length > 0, { prop, expected: 'at least one value', found: given, fix });
  const form = /IpAddress/i.test(operator) ? addresses : forms[key.toLowerCase()];
  // Null asks whether there is one; Like compares with patterns.
  if (form === undefined || /^Null$|Like/i.test(operator)) return;
  const wrong = values.find((value) => !isLate(value) && !(typeof value === 'string' && form.takes(value)));
  check(api, wrong === undefined, { prop, expected: form.expected, found: wrong, fix: form.fix });
}

interface Form {
  takes(value: string): boolean;
  readonly expected: string;
  readonly fix: string;
}

const matching = (pattern: RegExp, expected: string, fix: string): Form => ({
  takes: (value) => pattern.test(value) || value.includes('${'),
  expected,
  fix,
});

const addresses: Form = {
  takes: (value) => isRange(value) || value.includes('${'),
  expected: 'an IP address or a CIDR block, such as 203.0.113.7 or 203.0.113.0/24',
  fix: 'Write the address of the network that calls',
};

const forms: Readonly<Record<string, Form>> = {
  'aws:sourcevpce': matching(
    /^vpce-[0-9a-f]+$/,
    'the id of a VPC endpoint, such as vpce-0123456789abcdef0',
    'Copy it from the console of VPC, under endpoints; a VPC itself is for onlyFromVpcs',
  ),
  'aws:sourcevpc': matching(
    /^vpc-[0-9a-f]+$/,
    'the id of a VPC, such as vpc-0123456789abcdef0',
    'Copy it from the console of VPC; an endpoint is for onlyFromVpcEndpoints',
  ),
  'aws:principalorgid': matching(
    /^o-[a-z0-9]{10,32}$/,
    'the id of an AWS organization, such as o-a1b2c3d4e5',
    'Find it with `aws organizations describe-organization`',
  ),
};

function isRange(value: string): boolean {
  const [address = '', size, ...more] = value.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return size === undefined || (/^\d{1,3}$/.test(size) && Number(size) <= (version === 4 ? 32 : 128));
}

/** IAM takes them in any case. */
const operators = new RegExp(
  '^(?:(?:ForAllValues:|ForAnyValue:)?(?:' +
    'String(?:Not)?(?:Equals(?:IgnoreCase)?|Like)|' +
    '(?:Numeric|Date)(?:(?:Not)?Equals|(?:LessThan|GreaterThan)(?:Equals)?)|' +
    'Bool|BinaryEquals|(?:Not)?IpAddress|Arn(?:Not)?(?:Equals|Like)' +
    ')(?:IfExists)?|Null)$',
  'i',
);
