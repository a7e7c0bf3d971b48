import type { PasswordPolicy, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

const SHORTEST = 8;
const LONG_ENOUGH = 12;

export const shortPassword = postureRule({
  id: 'short-password',
  severity: 'high',
  title: 'Weak password policy',
  why: `Short passwords of few character types can be guessed in a day. Enough is ${LONG_ENOUGH} characters of any type, or ${SHORTEST} with lower case, upper case, digits and symbols: length counts for more than types (NIST SP 800-63B).`,
  remediation: `Set minimum_length to ${LONG_ENOUGH} or more.`,
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
  replaces: ['cdk-nag COG1'],
  fields: ['identity.passwordPolicy.minLength'],
  tiers: { production: { limit: `${LONG_ENOUGH} characters, whatever kinds` } },
  find: ({ userPools }, tier) =>
    violations('user pool', userPools, ({ passwordPolicy }) => {
      const { minLength } = passwordPolicy;
      if (isUnknown(minLength) || minLength >= LONG_ENOUGH) return undefined;
      const missing = missingKinds(passwordPolicy);
      const found = `${minLength} characters${missing.length === 0 ? '' : ` without ${missing.join(', ')}`}`;
      return {
        when: tier === 'production' || minLength < SHORTEST || missing.length > 0,
        message: `Users can choose passwords as weak as ${found}.`,
        after: found,
      };
    }),
});

function missingKinds(policy: PasswordPolicy<Unknown>): readonly string[] {
  const kinds = {
    'lower case': policy.requireLowercase,
    'upper case': policy.requireUppercase,
    digits: policy.requireDigits,
    symbols: policy.requireSymbols,
  };
  return Object.entries(kinds).flatMap(([kind, required]) => (required === false ? [kind] : []));
}
