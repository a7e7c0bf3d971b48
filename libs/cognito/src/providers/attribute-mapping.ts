import { check, type IUserPool, type UserAttribute } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { type AttributeName } from '../attributes/attribute';

/**
 * Attributes of a pool by their names here, each with the claim of the provider that it is taken from.
 * @example attributes: { email: 'email', emailVerified: 'email_verified', tenant: 'team' }
 */
export type AttributeMapping<Custom extends string = never> = Readonly<Partial<Record<AttributeName<Custom>, string>>>;

/**
 * A user pool whose attributes are known. `Custom` is any name of its custom ones.
 * @example const mapped = (users: PoolWithAttributes<'tenant'>) => users.attribute('tenant');
 */
export interface PoolWithAttributes<Custom extends string> extends IUserPool {
  attribute(name: AttributeName<Custom>): UserAttribute;
}

/**
 * The mapping as Cognito takes it.
 *
 * @param subject the claim that identifies a person
 * @throws ConstructError for attributes that the pool does not have or that cannot change, and for a claim without a name.
 */
export function mapAttributes(
  construct: IConstruct,
  userPool: PoolWithAttributes<string>,
  attributes: AttributeMapping<string>,
  subject: string | undefined,
): Record<string, string> {
  const mapped = Object.entries(attributes).map(([name, claim]): [string, string] => {
    const { attributeName, mutable } = userPool.attribute(name);
    check(construct, mutable, {
      prop: `attributes.${name}`,
      expected: 'an attribute that may change, because Cognito writes it at every sign-in',
      found: 'an immutable attribute',
      fix: 'Map the claim to another attribute: that this one is immutable cannot be changed',
    });
    check(construct, typeof claim === 'string' && claim.trim() !== '', {
      prop: `attributes.${name}`,
      expected: 'the name of a claim of the provider',
      found: claim,
      fix: "Name it as the provider's documentation does, or leave the attribute out",
    });
    return [attributeName, claim as string];
  });
  return { ...Object.fromEntries(mapped), ...(subject !== undefined && { username: subject }) };
}
