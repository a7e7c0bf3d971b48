import { type UserPool } from '@gatehouse/surface';

/** `at least 12 characters, with an upper case letter and a digit` */
export function passwordPolicyOf(policy: UserPool['passwordPolicy']): string {
  const wanted = [
    policy.requireLowercase && 'a lower case letter',
    policy.requireUppercase && 'an upper case letter',
    policy.requireDigits && 'a digit',
    policy.requireSymbols && 'a symbol',
  ].filter((each) => each !== false);
  const last = wanted.pop();
  const all = wanted.length > 0 ? `${wanted.join(', ')} and ${last}` : last;
  return `at least ${policy.minLength} characters${all === undefined ? '' : `, with ${all}`}`;
}
