import { check, type IUserPool, type UserAttribute, type WritableAttribute } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { attributeNameIn } from '../attributes/attribute';
import { attributesOfPool, type PoolAttributes } from '../attributes/known-attributes';
import { verifiedNames } from '../attributes/standard-attributes';
import { type SignInProvider } from './identity-providers';

/**
 * What a client may read: attributes of its pool, or `'all'` to end a list.
 * @example readAttributes: [users.attribute('email'), users.attribute('tenant')]
 */
export type ReadAttributes = 'all' | readonly UserAttribute[];
/**
 * What people may write through a client: attributes of its pool that are not verified by Cognito, or `'all'` to end a list.
 * @example writeAttributes: [users.attribute('email')]
 */
export type WriteAttributes = 'all' | readonly WritableAttribute[];

interface Lists {
  readonly readAttributes?: ReadAttributes;
  readonly writeAttributes?: WriteAttributes;
}

/**
 * @throws ConstructError for no attribute, one of another pool, one that Cognito alone writes, and a list that people who sign up or
 * come from a provider could not fill.
 */
export function attributesOfClient(
  construct: IConstruct,
  pool: IUserPool,
  { readAttributes, writeAttributes }: Lists,
  providers: readonly SignInProvider[] = [],
) {
  const known = attributesOfPool(pool);
  if (writeAttributes !== undefined && writeAttributes !== 'all') checkMapped(construct, writeAttributes, providers);
  return {
    ...(readAttributes && { readAttributes: namesOf(construct, pool, 'readAttributes', readAttributes) }),
    ...(writeAttributes && { writeAttributes: writable(construct, pool, writeAttributes, known) }),
  };
}

function writable(construct: IConstruct, pool: IUserPool, list: WriteAttributes, known?: PoolAttributes): string[] {
  const names = namesOf(construct, pool, 'writeAttributes', list);
  const verified = list === 'all' ? [] : list.filter((each) => !each.writable).map((each) => each.attributeName);
  check(construct, verified.length === 0, {
    prop: 'writeAttributes',
    expected: 'attributes that users may write',
    found: verified,
    fix: 'Leave out what Cognito alone writes: it says what is verified',
  });
  const missing = (known?.atSignUp ?? []).filter((name) => !names.includes(name));
  check(construct, missing.length === 0, {
    prop: 'writeAttributes',
    expected: `${missing.join(', ')} among them, which people give who sign up`,
    found: names,
    fix: 'Add what is missing: sign-up through this client fails without it',
  });
  return names;
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
function checkMapped(
  construct: IConstruct,
  attributes: readonly WritableAttribute[],
  providers: readonly SignInProvider[],
): void {
  const names = attributes.map((each) => each?.attributeName);
  for (const provider of providers) {
    if (provider === 'cognito') continue;
    const missing = Object.keys(provider.attributeMapping ?? {}).filter(
      (name) => !names.includes(name) && !writtenByCognito.has(name),
    );
    check(construct, missing.length === 0, {
      prop: 'writeAttributes',
      expected: `${missing.join(', ')} among them, which the provider ${provider.name} fills at every sign-in`,
      found: names,
      fix: 'Add what is missing, or take it out of the attributes of the provider',
    });
  }
}

/** `username` is no attribute: it is what a mapping calls the identity at the provider. */
const writtenByCognito = new Set<string>(['username', ...Object.values(verifiedNames)]);

function namesOf(
  construct: IConstruct,
  pool: IUserPool,
  prop: 'readAttributes' | 'writeAttributes',
  list: ReadAttributes,
): string[] {
  if (list !== 'all') {
    check(construct, list.length > 0, {
      prop,
      expected: 'at least one attribute, because Cognito reads an empty list as every attribute',
      found: list,
      fix: 'List those that the application needs, or leave the list out',
    });
    return list.map((each) => attributeNameIn(construct, pool, prop, each));
  }
  const known = attributesOfPool(pool);
  check(construct, known !== undefined, {
    prop,
    expected: 'a list of attributes, because the pool is made elsewhere and nobody here knows all of them',
    found: list,
    fix: "List them, as in [pool.attribute('email')]",
  });
  return [...(prop === 'readAttributes' ? known.readable : known.writable)];
}
