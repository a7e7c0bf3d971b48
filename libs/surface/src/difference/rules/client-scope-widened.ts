import { addedTo } from '../../model/lists';
import { differenceRule } from '../../findings/rule';
import type { Found } from '../../findings/violations';
import { changed } from '../changed';
import { openedBy } from '../opened-routes';
import { newKeys, SELF_SERVICE } from '../scope-keys';
import { show } from '../show';

export const clientScopeWidened = differenceRule({
  id: 'client-scope-widened',
  severity: 'high',
  title: 'App client can get more scopes',
  why: 'API Gateway checks only that a token has the scope which a route asks for. Which client can get such tokens is decided in the user pool, so a scope that is given to a client opens routes without a change of theirs.',
  remediation:
    'Remove the scope from allowed_oauth_scopes, unless everyone who uses the app may call what asks for it.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html',
  find: (comparison) => {
    const { clients } = comparison;
    const opened = openedBy(comparison);
    return changed('app client', clients, (before, after, name) => {
      const { people, machine } = newKeys(before, after);
      const shown = { before: show(before.scopes), after: show(after.scopes) };
      const self = after.oauthEnabled !== false && addedTo(before.scopes, after.scopes).includes(SELF_SERVICE);
      const found = (scopes: readonly string[], who: string, more: readonly string[] = []): Found => ({
        when: scopes.length > 0,
        message: `${who} can get tokens with ${[...scopes, ...more].join(', ')}${opened(after, scopes)}.`,
        ...shown,
      });
      if (people.length > 0 || machine.length > 0)
        return [
          found(people, `Users of ${name}`, self ? [SELF_SERVICE] : []),
          found(machine, `Anyone who has the secret of ${name}`),
        ];
      return {
        when: self,
        severity: 'medium',
        message: `Apps with a token of ${name} can read and change the attributes, password and MFA of its user.`,
        ...shown,
      };
    });
  },
});
