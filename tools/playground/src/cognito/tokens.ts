import { callCognito } from './call';

/** What a sign-in gives. */
export interface Tokens {
  readonly idToken: string;
  readonly accessToken: string;
  readonly refreshToken?: string;
}

/** `AuthenticationResult` of the API. */
export interface AuthenticationResult {
  readonly IdToken: string;
  readonly AccessToken: string;
  readonly RefreshToken?: string;
}

export const tokensOf = ({ AccessToken, IdToken, RefreshToken }: AuthenticationResult): Tokens => ({
  idToken: IdToken,
  accessToken: AccessToken,
  ...(RefreshToken !== undefined && { refreshToken: RefreshToken }),
});

/** New tokens; the refresh token stays unless the client rotates it. @throws AwsError */
export async function refreshTokens(endpoint: string, clientId: string, refreshToken: string): Promise<Tokens> {
  const auth = { ClientId: clientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN: refreshToken } };
  try {
    return { refreshToken, ...(await result('InitiateAuth', auth)) };
  } catch (error) {
    // The one operation that a client with rotation takes.
    if (!(error instanceof Error && error.message.includes('GetTokensFromRefreshToken'))) throw error;
    return result('GetTokensFromRefreshToken', { ClientId: clientId, RefreshToken: refreshToken });
  }

  async function result(operation: 'InitiateAuth' | 'GetTokensFromRefreshToken', input: object): Promise<Tokens> {
    const answer = await callCognito<{ AuthenticationResult: AuthenticationResult }>(endpoint, operation, input);
    return tokensOf(answer.AuthenticationResult);
  }
}
