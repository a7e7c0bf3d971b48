import { EmulatorRefusal } from '../../emulator';
import { type AuthorizationRequest } from '../authorization-request';
import { type DoorContext } from '../context';
import { csrfFor } from '../csrf';
import { ApiRefusal, type SignInStep } from '../door-emulator';
import { type Reply } from '../http';
import { challengePage, listOf } from '../pages/challenge-page';
import { confirmForgotPasswordPage, confirmUserPage } from '../pages/sign-up-pages';
import { complete } from './complete';

/** Back to the application, or the page of the challenge. */
export async function afterStep(context: DoorContext, asked: AuthorizationRequest, step: SignInStep): Promise<Reply> {
  if ('username' in step) return complete(context, asked, step.username);
  return challenged(context, step);
}

/** An authenticator app is set up with a key that this session alone gets. */
async function challenged({ emulator, pool, request }: DoorContext, step: Exclude<SignInStep, { username: string }>) {
  const { challenge, parameters } = step;
  const given = { pool, csrf: csrfFor(request), search: request.search, challenge, parameters };
  if (challenge !== 'MFA_SETUP') return challengePage({ ...given, session: step.session });
  if (!listOf(parameters['MFAS_CAN_SETUP']).includes('SOFTWARE_TOKEN_MFA')) {
    throw new ApiRefusal('NotAuthorizedException', 'This pool has no second factor that can be set up on a page.');
  }
  const answer = await emulator.api('AssociateSoftwareToken', { Session: step.session });
  return challengePage({ ...given, session: String(answer['Session']), secret: String(answer['SecretCode']) });
}

/** What the person did wrong, on the page where it can be put right. @throws what is not the person's mistake */
export function refusalOf(
  error: unknown,
  given: { readonly context: DoorContext; readonly username: string; readonly again: (message: string) => Reply },
): Reply {
  if (!(error instanceof EmulatorRefusal || error instanceof ApiRefusal) || error.code === 'InternalFailure')
    throw error;
  const { again, context, username } = given;
  const { pool, request } = context;
  const page = { pool, csrf: csrfFor(request), search: request.search, values: { username }, error: error.message };
  if (error.code === 'UserNotConfirmedException') return confirmUserPage(page);
  if (error.code === 'PasswordResetRequiredException') return confirmForgotPasswordPage(page);
  return again(error.message);
}
