import { type Page } from 'playwright-core';
import { fixtureData, signedInSession } from '../../testing';

type CognitoAnswer = readonly [operation: string, status: number, body: object];

/** Answers Cognito's operations in this order. */
export async function answerCognito(page: Page, answers: CognitoAnswer[]): Promise<void> {
  const headers = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' };
  await page.route(`${fixtureData.cognitoEndpoint}/**`, async (route) => {
    const [operation, status, json] = answers.shift() ?? ['nothing', 500, {}];
    expect(route.request().headers()['x-amz-target']).toBe(`AWSCognitoIdentityProviderService.${operation}`);
    await route.fulfill({ status, headers, json });
  });
}

/** `AuthenticationResult` of a sign-in. */
export function authenticationResult() {
  const { accessToken, idToken, refreshToken } = signedInSession(fixtureData).tokens;
  return { AccessToken: accessToken, IdToken: idToken, RefreshToken: refreshToken };
}
