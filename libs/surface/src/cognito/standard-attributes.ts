/** The type of a standard attribute; undefined: the name is of a custom one. */
export const standardTypeOf = (name: string): string | undefined => STANDARD.get(name);

/** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-attributes.html#cognito-user-pools-standard-attributes */
const STANDARD: ReadonlyMap<string, string> = new Map([
  ['address', 'String'],
  ['birthdate', 'String'],
  ['email', 'String'],
  ['email_verified', 'Boolean'],
  ['family_name', 'String'],
  ['gender', 'String'],
  ['given_name', 'String'],
  ['locale', 'String'],
  ['middle_name', 'String'],
  ['name', 'String'],
  ['nickname', 'String'],
  ['phone_number', 'String'],
  ['phone_number_verified', 'Boolean'],
  ['picture', 'String'],
  ['preferred_username', 'String'],
  ['profile', 'String'],
  ['sub', 'String'],
  ['updated_at', 'Number'],
  ['website', 'String'],
  ['zoneinfo', 'String'],
]);

/** Those that users have values of, in order of the alphabet. */
export const standardNames: readonly string[] = [...STANDARD.keys()].filter(
  (name) => name !== 'sub' && !name.endsWith('_verified'),
);
