import type { GroupScopes, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { groupsByScope } from '../../access/scope-groups';
import { differenceRule } from '../../findings/rule';
import { changed } from '../changed';
import { show } from '../show';

export const groupScopesWidened = differenceRule({
  id: 'group-scopes-widened',
  severity: 'high',
  title: 'Scope given to more people',
  why: 'A pre token generation function keeps a scope for the groups that it names. API Gateway checks the scope alone, so everyone who has it passes every route that requires it.',
  remediation: 'Keep the scope for the groups that need it.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-token-generation.html',
  find: ({ userPools }) =>
    changed('user pool', userPools, (before, after, name) => {
      if (isUnknown(before.groupScopes) || isUnknown(after.groupScopes)) return undefined;
      const [was, now] = [groupsOf(before.groupScopes), groupsOf(after.groupScopes)];
      return [...new Set([...Object.keys(was), ...Object.keys(now)])].map((scope) => {
        const [had, has] = [was[scope], now[scope]];
        const added = (has ?? []).filter((group) => !had?.includes(group));
        return {
          when: has === undefined || added.length > 0,
          // A scope that was anyone's who asked for it is for fewer people now, though these get it unasked.
          severity: had === undefined ? 'medium' : 'high',
          message:
            has === undefined
              ? `Every user of ${name} whose app may ask for ${scope} gets it; it was kept for ${peopleIn(had)}.`
              : `Scope ${scope} of ${name} is now in the tokens of ${peopleIn(added)}.`,
          before: show(had),
          after: show(has),
        };
      });
    }),
});

const groupsOf = (mapping: GroupScopes | Unknown | undefined) =>
  mapping === undefined || isUnknown(mapping) ? {} : groupsByScope(mapping);

const peopleIn = (groups: readonly string[] = []): string =>
  `people in ${groups.length === 1 ? 'group' : 'groups'} ${groups.join(', ')}`;
