import { type Field } from './form';

/** A user attribute that a person types in. */
export function attributeField(name: string, value = ''): Field {
  const label = name
    .replace(/^custom:/, '')
    .replaceAll('_', ' ')
    .replace(/^./, (first) => first.toUpperCase());
  return { name, value, label: LABELS[name] ?? label, ...KINDS[name] };
}

const LABELS: Readonly<Record<string, string>> = {
  email: 'E-mail address',
  given_name: 'First name',
  family_name: 'Last name',
};

const KINDS: Readonly<Record<string, Partial<Field>>> = {
  birthdate: { autocomplete: 'bday', hint: 'As 2000-12-31' },
  email: { type: 'email', autocomplete: 'email' },
  family_name: { autocomplete: 'family-name' },
  given_name: { autocomplete: 'given-name' },
  name: { autocomplete: 'name' },
  nickname: { autocomplete: 'nickname' },
  phone_number: { type: 'tel', autocomplete: 'tel', hint: 'With the country, such as +12025550100' },
};
