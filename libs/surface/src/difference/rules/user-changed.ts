import type { PlannedChange } from '../../changes/planned-change';
import { saysWhoMay } from '../../posture/role-attribute';
import { isObject } from '../../terraform/unreadable';
import { differenceRule } from '../../findings/rule';
import { violationsAt, type Found } from '../../findings/violations';
import { IDENTIFIES } from '../mapped-attributes';
import { ofExistingPool } from '../of-existing-pool';

export const userChanged = differenceRule({
  id: 'user-changed',
  severity: 'medium',
  title: 'User of a user pool made or changed by Terraform',
  why: 'Anyone who knows the password in the configuration or the state can sign in as that user; anyone who owns the address of the user can reset the password.',
  remediation: 'Let users set their own password: invite them by an administrator of the user pool.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-create-user-accounts.html',
  sameFactAs: ['password-in-state'],
  find: (comparison) =>
    comparison.changesOf('aws_cognito_user').flatMap((change) => {
      const { before, after } = change;
      if (!after || !ofExistingPool({ part: change, id: after['user_pool_id'] }, comparison)) return [];
      return violationsAt(change, `user ${change.name}`, before ? changed(change) : added(change));
    }),
});

/** Users are called by their name in the configuration: a user name can be an email address. */
const added = ({ name, after }: PlannedChange): Found => {
  const password = PASSWORDS.find((argument) => isSet(after?.[argument]));
  return {
    when: after?.['enabled'] !== false,
    message: password
      ? `Anyone who knows the password in the configuration or the state can sign in as the new user ${name}.`
      : `The person that the new user ${name} is for can sign in to the user pool.`,
    after: password?.replace('_', ' ') ?? 'invited',
  };
};

function changed({ name, before, after, changed }: PlannedChange): readonly Found[] {
  const { added, replaced } = differing(changed.includes('attributes') ? [before, after] : []);
  const gets = [...(replaced.length > 0 ? [`another ${replaced.join(', ')}`] : []), ...added.map(asFirst)];
  return [
    {
      when: PASSWORDS.some((argument) => changed.includes(argument) && isSet(after?.[argument])),
      message: `Anyone who knows the new password in the configuration or the state can sign in as user ${name}.`,
      after: 'another password',
    },
    {
      when: gets.length > 0,
      message: `User ${name} gets ${gets.join(' and ')}, which code takes for who the user is.`,
      ...(replaced.length > 0 && { before: `the earlier ${replaced.join(', ')}` }),
      after: gets.join(' and '),
    },
    {
      when: before?.['enabled'] === false && after?.['enabled'] === true,
      message: `User ${name} can sign in again.`,
      before: 'disabled',
      after: 'enabled',
    },
  ];
}

const PASSWORDS = ['password', 'temporary_password'];

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

/** Names of attributes that say who someone is: those that had no value, and those that had another one. */
function differing(sides: readonly PlannedChange['after'][]) {
  const [was = {}, now = {}] = sides.map((side): Readonly<Record<string, unknown>> => {
    const attributes = side?.['attributes'];
    return isObject(attributes) ? attributes : {};
  });
  const names = Object.keys(now).filter((key) => (IDENTIFIES.has(key) || saysWhoMay(key)) && was[key] !== now[key]);
  return { added: names.filter((name) => !isSet(was[name])), replaced: names.filter((name) => isSet(was[name])) };
}

/** A value where none was. */
const asFirst = (attribute: string): string => FIRST[attribute] ?? `the attribute ${attribute}`;

const FIRST: Readonly<Record<string, string>> = { email: 'an e-mail address', phone_number: 'a phone number' };
