import { type Operator, operators } from '../../condition/operators';
import { type Literal, literalOf } from './literal';

/**
 * What else holds where a condition does. Who is in an organization has a path in it, and the other way around: `o-1` and
 * `o-1/*` are the same, and `o-1/r-1/ou-1/*` is less than both.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgpaths
 */
export function impliedBy({ condition, deny, key, negated, opaque, patterns, variable }: Literal): Literal[] {
  const [, whose, part] = /^aws:(principal|source|resource)org(id|paths)$/.exec(key) ?? [];
  if (whose === undefined || !patterns || deny || negated || opaque || variable) return [];
  if (condition.ifExists || condition.every || condition.values.length === 0) return [];
  if (part === 'id') {
    if (!condition.values.every((value) => ORGANIZATION.test(value))) return [];
    return [pathsOf(whose, condition.values)];
  }
  const organizations = condition.values.map((value) => value.split('/')[0] ?? '');
  if (!condition.values.every(isPath)) return [];
  return [idOf(whose, organizations), pathsOf(whose, organizations)];
}

const ORGANIZATION = /^o-[a-z0-9]+$/;

const isPath = (value: string): boolean => value.includes('/') && ORGANIZATION.test(value.split('/')[0] ?? '');

const idOf = (whose: string, values: readonly string[]): Literal =>
  literal('StringEquals', `aws:${whose}OrgID`, values);

const pathsOf = (whose: string, organizations: readonly string[]): Literal =>
  literal(
    'ForAnyValue:StringLike',
    `aws:${whose}OrgPaths`,
    organizations.map((each) => `${each}/*`),
  );

const literal = (name: string, key: string, values: readonly string[]): Literal =>
  literalOf(
    {
      name,
      operator: operators.get(name.replace('ForAnyValue:', '')) as Operator,
      ifExists: false,
      ...(name.startsWith('ForAnyValue:') && { some: true }),
      key,
      values: [...values],
    },
    false,
    false,
  );
