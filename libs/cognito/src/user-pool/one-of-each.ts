import { check, type IUserPool, type IUserPoolClient } from '@gatehouse/construct-kit';
import { type IConstruct } from 'constructs';

const known = new WeakMap<IUserPool | IUserPoolClient, Map<string, IConstruct>>();

/**
 * Remembers what a pool, or one of its clients, has one of in AWS: with a second one, each apply would overwrite the other.
 *
 * @throws ConstructError when it has one already, naming that one.
 */
export function keepOne(construct: IConstruct, what: string, owner: IUserPool | IUserPoolClient): void {
  const held = known.get(owner) ?? new Map<string, IConstruct>();
  const holder = held.get(what);
  check(construct, holder === undefined, {
    prop: what,
    expected: 'only one of this user pool, or of this client',
    found: `${holder?.node.path}, which is there already`,
    fix: 'Merge the two: AWS keeps one, so each apply would overwrite the other',
  });
  known.set(owner, held.set(what, construct));
}
