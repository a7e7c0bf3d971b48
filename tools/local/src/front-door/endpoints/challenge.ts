import { EmulatorRefusal } from '../../emulator';
import { readAuthorizationRequest } from '../authorization-request';
import { type DoorContext, type Handler } from '../context';
import { csrfFor } from '../csrf';
import { ApiRefusal } from '../door-emulator';
import { type Reply } from '../http';
import { challengePage } from '../pages/challenge-page';
import { signInPage } from '../pages/sign-in-page';
import { afterStep } from '../sign-in/steps';
import { typedCode } from '../sign-in/typed-code';

/** `POST /challenge`: the answer to what Cognito asks for after the password. */
export const challenge: Handler = async (context) => {
  const { emulator, pool, request } = context;
  const asked = readAuthorizationRequest(request.query, pool);
  const form = Object.fromEntries(request.form ?? []);
  const { challenge: name = '', session = '' } = form;
  try {
    const ready = name === 'MFA_SETUP' ? await verified(context, session, typedCode(form)) : session;
    const responses = responsesOf(name, form);
    const step = await emulator.respond({ clientId: asked.client.id, session: ready, challenge: name, responses });
    return await afterStep(context, asked, step);
  } catch (error) {
    if (!(error instanceof EmulatorRefusal || error instanceof ApiRefusal)) throw error;
    return KEEPS_SESSION.includes(error.code)
      ? askAgain(context, form, error.message)
      : startAgain(context, error.message);
  }
};

/** After these Cognito takes another answer in the same session. */
const KEEPS_SESSION = [
  'CodeMismatchException',
  'EnableSoftwareTokenMFAException',
  'InvalidParameterException',
  'InvalidPasswordException',
];

/** What is no code of an app is a wrong one: the API's answer to it names its parameters. */
async function verified({ emulator }: DoorContext, session: string, UserCode: string): Promise<string> {
  if (!/^\d{6}$/.test(UserCode)) throw new ApiRefusal('EnableSoftwareTokenMFAException', 'Code mismatch');
  const answer = await emulator.api('VerifySoftwareToken', { Session: session, UserCode });
  return String(answer['Session']);
}

function askAgain({ pool, request }: DoorContext, form: Record<string, string>, error: string): Reply {
  const { challenge: name = '', parameters = '{}', secret, session = '' } = form;
  const shown = { challenge: name, session, parameters: textsOf(parameters), secret, error };
  return challengePage({ pool, csrf: csrfFor(request), search: request.search, ...shown });
}

function startAgain({ pool, request }: DoorContext, error: string): Reply {
  const { client } = readAuthorizationRequest(request.query, pool);
  const { identityProviders } = client;
  return signInPage({ pool, csrf: csrfFor(request), search: request.search, identityProviders, error });
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html */
function responsesOf(name: string, form: Readonly<Record<string, string>>): Record<string, string> {
  const { answer = '', password = '' } = form;
  if (name === 'NEW_PASSWORD_REQUIRED') return { NEW_PASSWORD: password, ...attributesOf(form) };
  if (name === 'SELECT_MFA_TYPE') return { ANSWER: answer };
  return name === 'MFA_SETUP' ? {} : { [`${name}_CODE`]: typedCode(form) };
}

const OWN_FIELDS = ['_csrf', 'challenge', 'session', 'parameters', 'password'];

function attributesOf(form: Readonly<Record<string, string>>): Record<string, string> {
  const others = Object.entries(form).filter(([name]) => !OWN_FIELDS.includes(name));
  return Object.fromEntries(others.map(([name, value]) => [`userAttributes.${name}`, value]));
}

function textsOf(json: string): Record<string, string> {
  try {
    const object: unknown = JSON.parse(json);
    return Object.fromEntries(Object.entries(object as object).map(([name, value]) => [name, String(value)]));
  } catch {
    return {};
  }
}
