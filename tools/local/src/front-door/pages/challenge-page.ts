import { type Csrf } from '../csrf';
import { type Reply } from '../http';
import { type DoorPool } from '../pool';
import { attributeField } from './attribute-field';
import { type Field, form, links } from './form';
import { html, type Html } from './html';
import { page } from './page';

export interface ChallengePage {
  readonly pool: DoorPool;
  readonly csrf: Csrf;
  readonly search: string;
  readonly challenge: string;
  /** Goes round in the form: it is good once, for this client and person. */
  readonly session: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly error?: string;
  /** Of an authenticator app that is being set up. */
  readonly secret?: string;
}

interface Shape {
  readonly title: string;
  readonly fields?: readonly Field[];
  readonly before?: Html;
  readonly more?: Html;
}

/** What Cognito asks for after the password. */
export function challengePage(given: ChallengePage): Reply {
  const { challenge, csrf, error, parameters, pool, search, secret, session } = given;
  const { before, fields = [], more, title } = shapeOf(given);
  const body = html`${before}
  ${form({
    action: `/challenge${search}`,
    csrf,
    error,
    fields,
    hidden: { challenge, session, parameters: JSON.stringify(parameters), ...(secret !== undefined && { secret }) },
    more,
    submit: 'Continue',
  })}
  ${links([{ href: `/login${search}`, text: 'Back to sign-in' }])}`;
  return page({ title, of: pool.name, body }, { csrf, status: error === undefined ? 200 : 400 });
}

function shapeOf({ challenge, parameters, secret }: ChallengePage): Shape {
  switch (challenge) {
    case 'NEW_PASSWORD_REQUIRED':
      return { title: 'Choose a new password', fields: [NEW_PASSWORD, ...missing(parameters)] };
    case 'SELECT_MFA_TYPE':
      return { title: 'Choose how to confirm it is you', more: choice(listOf(parameters['MFAS_CAN_CHOOSE'])) };
    case 'MFA_SETUP':
      return {
        title: 'Set up your authenticator app',
        before: setUp(secret ?? ''),
        fields: [code('The app shows it')],
      };
    default:
      return { title: 'Enter your code', fields: [code(WHERE[challenge] ?? 'npm start prints the code')] };
  }
}

const NEW_PASSWORD: Field = {
  name: 'password',
  label: 'New password',
  type: 'password',
  autocomplete: 'new-password',
};

const WHERE: Readonly<Record<string, string>> = { SOFTWARE_TOKEN_MFA: 'Your authenticator app shows it' };

const code = (hint: string): Field => ({
  name: 'code',
  label: 'Code',
  autocomplete: 'one-time-code',
  numeric: true,
  hint,
});

/** Attributes that the person must fill in with the new password. */
const missing = (parameters: Readonly<Record<string, string>>): Field[] =>
  listOf(parameters['requiredAttributes']).map((name) => attributeField(name.replace(/^userAttributes\./, '')));

const MFA_NAMES: Readonly<Record<string, string>> = {
  EMAIL_OTP: 'A code by e-mail',
  SMS_MFA: 'A code by text message',
  SOFTWARE_TOKEN_MFA: 'An authenticator app',
};

const choice = (names: readonly string[]): Html =>
  html`<fieldset>
    <legend>Send or make a code with</legend>
    ${names.map(
      (name, index) =>
        html`<label
          ><input type="radio" name="answer" value="${name}" ${index === 0 && html`checked`} /> ${
            MFA_NAMES[name] ?? name
          }</label
        >`,
    )}
  </fieldset>`;

const setUp = (secret: string): Html =>
  html`<p>Add an account to your authenticator app with this key:</p>
    <p><code>${secret}</code></p>`;

/** A challenge parameter that is a list, as JSON text. */
export function listOf(text: string | undefined): string[] {
  try {
    const list: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(list) ? list.filter((each): each is string => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
