import { type UserPool } from '@gatehouse/cognito';
import { check } from '@gatehouse/construct-kit';

/** @throws ConstructError when the pool has what `prop` makes already: its function is called by the one trigger of its kind. */
export function checkOnce<Custom extends string>(pool: UserPool<Custom>, prop: string, id: string): void {
  const holder = pool.node.tryFindChild(id);
  check(pool, holder === undefined, {
    prop,
    expected: 'one call for each user pool, because Cognito calls one function for each trigger',
    found: holder,
    fix: 'Put everything into one call',
  });
}
