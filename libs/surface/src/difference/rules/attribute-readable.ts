import { addedTo, isWhole } from '../../model/lists';
import { differenceRule } from '../../findings/rule';
import { changed } from '../changed';
import { show } from '../show';

export const attributeReadable = differenceRule({
  id: 'attribute-readable',
  severity: 'medium',
  title: 'Attribute of users readable by an app',
  why: 'Tokens of a client carry the attributes that it may read, and every app with such a token sees them.',
  remediation: 'List in read_attributes what the app needs.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html',
  find: ({ clients }) =>
    changed('app client', clients, (before, after, name) => {
      const [was, now] = [before.readAttributes, after.readAttributes];
      // A client without a list reads all of them.
      if (!isWhole(was) || was.length === 0 || !isWhole(now)) return undefined;
      const added = addedTo(was, now);
      return {
        when: now.length === 0 || added.length > 0,
        message: `Apps with a token of ${name} can read ${now.length === 0 ? 'every attribute' : added.join(', ')} of its user.`,
        before: show(was),
        after: now.length === 0 ? 'every attribute' : show(now),
      };
    }),
});
