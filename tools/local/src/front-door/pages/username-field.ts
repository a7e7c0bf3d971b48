import { type DoorPool } from '../pool';
import { type Field } from './form';

/** What a user name is in this pool. */
export function usernameField({ usernameAttributes: names }: DoorPool, value = ''): Field {
  const both = names.length > 1;
  const common = { name: 'username', value, autocomplete: 'username' };
  if (both) return { ...common, label: 'E-mail address or phone number' };
  if (names.includes('email')) return { ...common, label: 'E-mail address', type: 'email' };
  if (names.includes('phone_number')) {
    return { ...common, label: 'Phone number', type: 'tel', hint: 'With the country, such as +12025550100' };
  }
  return { ...common, label: 'User name' };
}
