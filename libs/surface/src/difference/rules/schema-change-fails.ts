import type { UserAttribute, Unknown } from '../../model';
import { standardTypeOf } from '../../cognito/standard-attributes';
import { isUnknown } from '../../model/value';
import { isSame } from '../../changes/changed';
import { isWhole, knownItems } from '../../model/lists';
import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { show } from '../show';

export const schemaChangeFails = differenceRule({
  id: 'schema-change-fails',
  severity: 'high',
  title: 'User attribute change refused',
  why: 'Cognito can add a custom attribute to a pool but never change or remove one, and decides about standard ones when it makes the pool. The plan looks like an ordinary update; the apply stops halfway, or adds a custom attribute with the name of the standard one.',
  remediation: 'Leave the attribute as it is and add a custom one.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html',
  find: ({ userPools, changeAt }) =>
    changed('user pool', userPools, (before, after, name) => {
      // A new pool can have any attributes; that it is a new one is reported by its own rule.
      if (changeAt(after)?.action !== 'update' || isUnknown(after.attributes)) return undefined;
      const [had, has] = [knownItems(before.attributes), knownItems(after.attributes)];
      const now = new Map(has.map((each) => [each.name, each]));
      const wrong = had.flatMap((was) => {
        const becomes = now.get(was.name);
        if (!becomes) return isStandard(was) ? [] : [`${show(was.name)} is removed`];
        return isSame(comparable(was), comparable(becomes)) ? [] : [`${show(was.name)} is changed`];
      });
      const late = isWhole(before.attributes) ? lateOf(had, has) : [];
      const names = { before: show(had.map((each) => each.name)), after: show(has.map((each) => each.name)) };
      return [
        {
          when: wrong.length > 0,
          message: `The apply fails at ${name}, because Cognito never changes or removes user attributes: ${wrong.join(', ')}.`,
          ...names,
        },
        {
          when: late.length > 0,
          message: `Terraform adds ${late.map((each) => `custom:${each}`).join(', ')} to ${name}, because Cognito decides about standard attributes when it makes a pool.`,
          ...names,
        },
      ];
    }),
});

/** Standard attributes that are new. */
function lateOf(had: readonly UserAttribute<Unknown>[], has: readonly UserAttribute<Unknown>[]): readonly string[] {
  const names = new Set(had.map(({ name }) => name));
  if ([...names].some(isUnknown)) return [];
  return has.flatMap(({ name }) =>
    typeof name === 'string' && standardTypeOf(name) !== undefined && !names.has(name) ? [name] : [],
  );
}

/** What is not known yet is not evidence of a change. */
const comparable = ({ name: _, ...attribute }: UserAttribute<Unknown>): unknown =>
  JSON.parse(JSON.stringify(attribute, (_key, value) => (isUnknown(value) ? null : value)));

/** Every pool has them, written or not: leaving out what is as it always is changes nothing. */
const isStandard = ({ name, required }: UserAttribute<Unknown>): boolean =>
  required !== true && typeof name === 'string' && standardTypeOf(name) !== undefined;
