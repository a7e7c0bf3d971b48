import { createSrpSession, signSrpSession, wrapAuthChallenge, wrapInitiateAuth } from 'cognito-srp-helper';
import { callCognito } from './call';
import { type AuthenticationResult, type Tokens, tokensOf } from './tokens';

/** Where and by which client. */
export interface SignInPlace {
  readonly endpoint: string;
  readonly poolId: string;
  readonly clientId: string;
}

/** Tokens, or what Cognito asks for next. */
export type Step = { readonly tokens: Tokens } | { readonly challenge: Challenge };

export interface Challenge {
  /** `SOFTWARE_TOKEN_MFA` */
  readonly name: string;
  readonly session: string;
  readonly username: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** @throws AwsError */
export async function signInByPassword(place: SignInPlace, username: string, password: string): Promise<Step> {
  const input = {
    ClientId: place.clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: username, PASSWORD: password },
  };
  return stepOf(await callCognito<AuthAnswer>(place.endpoint, 'InitiateAuth', input), username);
}

/** By SRP: the password does not leave this page. @throws AwsError */
export async function signInBySrp(place: SignInPlace, username: string, password: string): Promise<Step> {
  const { clientId: ClientId, endpoint, poolId } = place;
  const session = createSrpSession(username, password, poolId, false);
  const begin = { ClientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters: { USERNAME: username } };
  const first = await callCognito<AuthAnswer>(endpoint, 'InitiateAuth', wrapInitiateAuth(session, begin));
  if (first.ChallengeName !== 'PASSWORD_VERIFIER') return stepOf(first, username);
  const proof = {
    ClientId,
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: { USERNAME: first.ChallengeParameters?.['USER_ID_FOR_SRP'] ?? username },
    ...(first.Session !== undefined && { Session: first.Session }),
  };
  const input = wrapAuthChallenge(signSrpSession(session, first), proof);
  return stepOf(await callCognito<AuthAnswer>(endpoint, 'RespondToAuthChallenge', input), username);
}

/** @throws AwsError */
export async function answerChallenge(
  { clientId: ClientId, endpoint }: SignInPlace,
  { name, session, username }: Challenge,
  responses: Readonly<Record<string, string>>,
): Promise<Step> {
  const input = {
    ...{ ClientId, ChallengeName: name, Session: session },
    ChallengeResponses: { USERNAME: username, ...responses },
  };
  return stepOf(await callCognito<AuthAnswer>(endpoint, 'RespondToAuthChallenge', input), username);
}

interface AuthAnswer {
  readonly AuthenticationResult?: AuthenticationResult;
  readonly ChallengeName?: string;
  readonly ChallengeParameters?: Record<string, string>;
  readonly Session?: string;
}

function stepOf(
  { AuthenticationResult, ChallengeName, ChallengeParameters = {}, Session = '' }: AuthAnswer,
  typed: string,
): Step {
  if (AuthenticationResult) return { tokens: tokensOf(AuthenticationResult) };
  const username = ChallengeParameters['USER_ID_FOR_SRP'] ?? ChallengeParameters['USERNAME'] ?? typed;
  return {
    challenge: { name: ChallengeName ?? 'unknown', session: Session, username, parameters: ChallengeParameters },
  };
}
