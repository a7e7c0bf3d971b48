import { check, type IUserPool, type UserAttribute, type WritableAttribute } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';
import { attributeNameIn } from '../attributes/attribute';
import { attributesOfPool, type PoolAttributes } from '../attributes/known-attributes';

export type ReadAttributes = 'all' | readonly UserAttribute[];
export type WriteAttributes = 'all' | readonly WritableAttribute[];

interface Lists {
  readonly readAttributes?: ReadAttributes;
  readonly writeAttributes?: WriteAttributes;
}

/**
 * @throws ConstructError for an attribute of another pool, one that Cognito alone writes, and a list that people who sign up could not fill.
 */
export function attributesOfClient(construct: IConstruct, pool: IUserPool, lists: Lists) {
  const known = attributesOfPool(pool);
  const { readAttributes, writeAttributes } = lists;
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

function namesOf(
  construct: IConstruct,
  pool: IUserPool,
  prop: 'readAttributes' | 'writeAttributes',
  list: ReadAttributes,
): string[] {
  if (list !== 'all') return list.map((each) => attributeNameIn(construct, pool, prop, each));
  const known = attributesOfPool(pool);
  check(construct, known !== undefined, {
    prop,
    expected: 'a list of attributes, because the pool is made elsewhere and nobody here knows all of them',
    found: list,
    fix: "List them, as in [pool.attribute('email')]",
  });
  return [...(prop === 'readAttributes' ? known.readable : known.writable)];
}
