import { type UserAttribute, type WritableAttribute } from '@gatehouse/construct-kit';
import { synth } from '@gatehouse/testing';
import { type TerraformStack } from 'cdktf';
import { UserPool } from '../index';
import { attributeNameIn } from './attribute';

/** What `read` finds in a stack, without what is synthesized. */
function inStack<T>(read: (stack: TerraformStack) => T): T {
  let found: { value: T } | undefined;
  synth((stack) => (found = { value: read(stack) }));
  return found!.value;
}

const shop = (stack: TerraformStack) =>
  new UserPool(stack, 'users', {
    name: 'acme',
    standardAttributes: { birthdate: { mutable: false } },
    customAttributes: { tenant: { type: 'string', mutable: false }, plan: { type: 'string' } },
  });

describe('an attribute of a pool', () => {
  it('has the name that the API and tokens have, and belongs to the pool', () => {
    inStack((stack) => {
      const users = shop(stack);

      expect(users.attribute('givenName')).toEqual(attribute(users, 'given_name'));
      expect(users.attribute('birthdate')).toEqual(attribute(users, 'birthdate', { mutable: false }));
      expect(users.attribute('tenant')).toEqual(attribute(users, 'custom:tenant', { mutable: false }));
      expect(users.attribute('plan')).toEqual(attribute(users, 'custom:plan'));
      expect(users.attribute('emailVerified')).toEqual(attribute(users, 'email_verified', { writable: false }));
    });
  });

  it('compiles for names of the pool only, also where the pool is handed over', () => {
    inStack((stack) => {
      const users = shop(stack);
      const anyPool: UserPool = users;

      // @ts-expect-error a misspelled custom attribute
      expect(() => users.attribute('tennant')).toThrow('Did you mean "tenant"?');
      // @ts-expect-error the name in Cognito is not the name here
      expect(() => users.attribute('given_name')).toThrow('Did you mean "givenName"?');
      // @ts-expect-error the prefix is put there by `attribute`
      expect(() => users.attribute('custom:tenant')).toThrow('test/users, attribute: expected');
      // @ts-expect-error nothing is known of the custom attributes of any pool
      expect(anyPool.attribute('tenant').attributeName).toBe('custom:tenant');
    });
  });

  it('is writable unless Cognito alone writes it', () => {
    inStack((stack) => {
      const users = shop(stack);
      const write: WritableAttribute[] = [users.attribute('email'), users.attribute('tenant')];
      const read: UserAttribute[] = [...write, users.attribute('emailVerified')];
      // @ts-expect-error nobody but Cognito says that an address is verified
      const verified: WritableAttribute = users.attribute('emailVerified');

      expect(read.every(({ writable }) => writable)).toBe(false);
      expect(verified.writable).toBe(false);
    });
  });

  it('is listed when another one is asked for', () => {
    const none = (stack: TerraformStack) => new UserPool(stack, 'users', { name: 'acme' });

    // @ts-expect-error no such attribute
    expect(() => inStack((stack) => shop(stack).attribute('team'))).toThrow(
      'test/users, attribute: expected a standard attribute, such as email, or one of tenant, plan, found "team". ' +
        'Declare it in customAttributes, or correct the spelling.',
    );
    // @ts-expect-error no such attribute
    expect(() => inStack((stack) => none(stack).attribute('team'))).toThrow('(the pool has none)');
  });
});

describe('an attribute of a pool made elsewhere', () => {
  const arn = 'arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_AbCdEf123';

  it('has the names that are given', () => {
    inStack((stack) => {
      const byId = UserPool.fromId(stack, 'one', 'eu-west-1_AbCdEf123', { customAttributes: ['tenant'] });
      const byArn = UserPool.fromArn(stack, 'two', arn, { customAttributes: ['team', 'plan'] });

      expect(byId.attribute('tenant')).toEqual(attribute(byId, 'custom:tenant'));
      expect(byArn.attribute('plan')).toEqual(attribute(byArn, 'custom:plan'));
      // @ts-expect-error not among the names
      expect(() => byId.attribute('team')).toThrow('or one of tenant, found "team"');
    });
  });

  it('is a standard one when no names are given', () => {
    inStack((stack) => {
      const users = UserPool.fromArn(stack, 'users', arn);

      expect(users.attribute('phoneNumber').attributeName).toBe('phone_number');
      // @ts-expect-error no names were given
      expect(() => users.attribute('tenant')).toThrow('(the pool has none)');
    });
  });
});

describe('attributeNameIn', () => {
  it('gives the name of an attribute of the pool', () => {
    inStack((stack) => {
      const users = shop(stack);

      expect(attributeNameIn(users, users, 'readAttributes', users.attribute('tenant'))).toBe('custom:tenant');
    });
  });

  it('fails for an attribute of another pool, and for a plain name', () => {
    inStack((stack) => {
      const [users, others] = [shop(stack), new UserPool(stack, 'others', { name: 'others' })];
      const name = 'email' as unknown as UserAttribute;

      expect(() => attributeNameIn(users, users, 'readAttributes', others.attribute('email'))).toThrow(
        'test/users, readAttributes: expected an attribute of the same user pool, found "email". ' +
          "Take it from that pool, as in pool.attribute('email').",
      );
      expect(() => attributeNameIn(users, users, 'readAttributes', name)).toThrow('found "email"');
    });
  });
});

const attribute = (userPool: unknown, attributeName: string, also: Partial<UserAttribute> = {}) => ({
  attributeName,
  userPool,
  mutable: true,
  writable: true,
  ...also,
});
