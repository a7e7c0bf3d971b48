import { knownItems } from '../../model/lists';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const aliasesWithUsernameAttributes = refusalRule({
  id: 'aliases-with-username-attributes',
  severity: 'high',
  title: 'Aliases together with username attributes',
  why: 'Users have either a user name, with aliases to sign in by, or an email address or phone number in its place. An alias like preferred_username needs a user name.',
  remediation:
    'Keep signInWith of one kind: email and phone (username_attributes), or username with either (alias_attributes). It cannot be changed once the pool is there.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html',
  find: ({ userPools }) =>
    violations('user pool', userPools, ({ aliasAttributes, usernameAttributes }) => {
      const [aliases, names] = [knownItems(aliasAttributes), knownItems(usernameAttributes)];
      return {
        when: aliases.length > 0 && names.length > 0,
        message: `Cognito refuses the alias ${aliases.join(', ')} in a pool whose user name is ${names.join(' or ')}.`,
      };
    }),
});
