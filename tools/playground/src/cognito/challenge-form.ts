import { type Challenge } from './sign-in';

/** What a form asks for, to answer a challenge. */
export interface ChallengeForm {
  readonly title: string;
  readonly help: string;
  readonly fields: readonly ChallengeField[];
  /** True: Cognito sent a code, which this page can show. */
  readonly codeWasSent: boolean;
}

export interface ChallengeField {
  /** Name in `ChallengeResponses`. */
  readonly name: string;
  readonly label: string;
  readonly type: 'code' | 'password' | 'text' | 'choice';
  readonly choices?: readonly string[];
}

/** @returns undefined for a challenge that this page cannot answer */
export function challengeForm({ name, parameters }: Challenge): ChallengeForm | undefined {
  const to = parameters['CODE_DELIVERY_DESTINATION'];
  const sent = to === undefined ? 'Cognito sent a code.' : `Cognito sent a code to ${to}.`;
  switch (name) {
    case 'SOFTWARE_TOKEN_MFA':
      return form('Code of the authenticator', 'The authenticator app shows six digits.', [code(`${name}_CODE`)]);
    case 'SMS_MFA':
      return form('Code by SMS', sent, [code('SMS_MFA_CODE')], true);
    case 'SMS_OTP':
    case 'EMAIL_OTP':
      return form(name === 'SMS_OTP' ? 'Code by SMS' : 'Code by e-mail', sent, [code(`${name}_CODE`)], true);
    case 'NEW_PASSWORD_REQUIRED':
      return form('A new password', 'The password was temporary.', newPassword(parameters['requiredAttributes']));
    case 'SELECT_MFA_TYPE':
      return form('Which second factor', 'The account has several.', [choice(listOf(parameters['MFAS_CAN_CHOOSE']))]);
    case 'CUSTOM_CHALLENGE':
      return form('A challenge of this pool', JSON.stringify(parameters), [
        { name: 'ANSWER', label: 'Answer', type: 'text' },
      ]);
    default:
      return undefined;
  }
}

const form = (title: string, help: string, fields: ChallengeField[], codeWasSent = false): ChallengeForm => ({
  ...{ title, help, fields, codeWasSent },
});

const code = (name: string): ChallengeField => ({ name, label: 'Code', type: 'code' });

const choice = (choices: readonly string[]): ChallengeField => ({
  name: 'ANSWER',
  label: 'Factor',
  type: 'choice',
  choices,
});

const newPassword = (required: string | undefined): ChallengeField[] => [
  { name: 'NEW_PASSWORD', label: 'New password', type: 'password' },
  ...listOf(required).map((attribute): ChallengeField => {
    const name = attribute.startsWith('userAttributes.') ? attribute : `userAttributes.${attribute}`;
    return { name, label: name.replace('userAttributes.', ''), type: 'text' };
  }),
];

/** A list as Cognito writes it into a parameter: JSON. */
function listOf(text: string | undefined): string[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.map(String) : [];
  } catch {
    return [];
  }
}
