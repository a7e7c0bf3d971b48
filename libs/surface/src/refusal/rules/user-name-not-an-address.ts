import { refusalRule } from '../../findings/rule';
import { knownItems } from '../../model/lists';
import { poolFinder } from '../../model/pool-member';
import { unnamed, violations } from '../../findings/violations';

const FORMS: Readonly<Record<string, RegExp>> = { email: /^[^@\s]+@[^@\s]+$/, phone_number: /^\+\d{1,15}$/ };

export const userNameNotAnAddress = refusalRule({
  id: 'user-name-not-an-address',
  severity: 'high',
  title: 'User name that is no e-mail address or phone number',
  why: 'In a pool in which people sign in with an e-mail address or a phone number, that is the user name.',
  remediation: 'Give the user an e-mail address, or a phone number in E.164 format, as the pool has it.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html',
  find: (surface) => {
    const poolOf = poolFinder(surface);
    return surface.users.flatMap((user) => {
      const attributes = knownItems(poolOf(user)?.usernameAttributes ?? []);
      const { name } = user;
      const fits = attributes.some((attribute) => typeof name !== 'string' || FORMS[attribute]?.test(name));
      return violations('user', [unnamed(user)], () => ({
        when: attributes.length > 0 && !fits,
        message: `Cognito refuses the user name: people sign in to its pool with ${attributes.join(' or ')}.`,
      }));
    });
  },
});
