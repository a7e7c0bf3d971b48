import type { PasswordPolicy, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { nameOf } from '../known';
import { postureRule } from '../../findings/rule';

const SHORTEST = 8;
const LONG_ENOUGH = 12;

export const shortPassword = postureRule({
  id: 'short-password',
  severity: 'high',
  title: 'Passwords that are easy to guess',
  why: `Short passwords of one kind of letters fall to a day of guessing. Enough is ${LONG_ENOUGH} of any letters, or ${SHORTEST} with lower case, upper case, digits and symbols: length counts for more than kinds (NIST SP 800-63B).`,
  remediation: `Set minimum_length to ${LONG_ENOUGH} or more (identity.passwordPolicy in the environment file).`,
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
  replaces: ['cdk-nag COG1'],
  fields: ['identity.passwordPolicy.minLength'],
  tiers: { production: { limit: `${LONG_ENOUGH} characters, whatever kinds` } },
  find: ({ userPools }, tier) =>
    userPools.flatMap((pool) => {
      const { minLength } = pool.passwordPolicy;
      if (isUnknown(minLength) || minLength >= LONG_ENOUGH) return [];
      const missing = missingKinds(pool.passwordPolicy);
      if (tier !== 'production' && minLength >= SHORTEST && missing.length === 0) return [];
      const found = `${minLength} characters${missing.length === 0 ? '' : `, no ${missing.join(', ')} needed`}`;
      return [
        {
          at: pool,
          subject: `user pool ${nameOf(pool)}`,
          message: `A password may be as weak as this: ${found}.`,
          after: found,
        },
      ];
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
