import { type SchemaAttributeType, type UserPoolType } from '@aws-sdk/client-cognito-identity-provider';
import { type ExportedUser } from '../model';

/**
 * Why an import job will leave a user out; undefined when it takes the user. The job goes on with the next row, and tells nobody
 * but its log.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-using-import-tool-cloudwatch.html
 */
export function misfitOf(pool: UserPoolType, { attributes }: ExportedUser): string | undefined {
  const kinds = pool.AutoVerifiedAttributes ?? [];
  if (!kinds.some((name) => attributes[name] !== undefined && attributes[`${name}_verified`] === 'true')) {
    return `expected a verified ${kinds.join(' or ')}, found none`;
  }
  for (const attribute of pool.SchemaAttributes ?? []) {
    const name = attribute.Name ?? '';
    const wrong = ITS_OWN.has(name) ? undefined : problemOf(attribute, attributes[name] ?? '');
    if (wrong !== undefined) return `${name}: ${wrong}`;
  }
  return undefined;
}

/** Given to the user by Cognito, whatever the file says. */
const ITS_OWN = new Set(['sub', 'identities']);

function problemOf(attribute: SchemaAttributeType, value: string): string | undefined {
  const { AttributeDataType, NumberAttributeConstraints, Required, StringAttributeConstraints } = attribute;
  if (value === '') return Required ? 'required, but the user has none' : undefined;
  if (AttributeDataType === 'String') {
    const { MaxLength, MinLength } = StringAttributeConstraints ?? {};
    return outside(value.length, MinLength, MaxLength, ' characters');
  }
  if (AttributeDataType !== 'Number') return undefined;
  const { MaxValue, MinValue } = NumberAttributeConstraints ?? {};
  return Number.isNaN(Number(value)) ? `expected a number, found ${value}` : outside(Number(value), MinValue, MaxValue);
}

function outside(found: number, min = '', max = '', unit = ''): string | undefined {
  if (min !== '' && found < Number(min)) return `expected at least ${min}${unit}, found ${found}`;
  if (max !== '' && found > Number(max)) return `expected at most ${max}${unit}, found ${found}`;
  return undefined;
}
