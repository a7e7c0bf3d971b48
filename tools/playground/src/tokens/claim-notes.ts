/**
 * What a claim is for: one sentence each.
 *
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html
 */
export function noteOf(claim: string): string | undefined {
  if (Object.hasOwn(NOTES, claim)) return NOTES[claim];
  if (claim.startsWith('custom:')) return 'An attribute that this user pool adds.';
  return undefined;
}

const NOTES: Readonly<Record<string, string>> = {
  sub: 'Who it is: the id of the person in this user pool, which never changes. Of a machine it is the client.',
  iss: 'Which user pool signed it. An authorizer takes tokens of its own pools only.',
  aud: 'The client that the ID token is for.',
  client_id: 'The client that asked for the access token.',
  token_use: 'Which token it is. A route without scopes takes id, a route with scopes takes access.',
  scope: 'What the access token opens. A route that asks for a scope needs it in this list.',
  exp: 'When it expires. After that the gateway answers 401.',
  iat: 'When it was made.',
  nbf: 'It counts from here on.',
  auth_time: 'When the person last showed a password or another factor. A refresh does not change it.',
  jti: 'The id of this token.',
  origin_jti: 'Ties the tokens of one sign-in together, so that revoking its refresh token ends them.',
  event_id: 'The id of the sign-in, for support and for threat protection.',
  username: 'The name in the user pool.',
  'cognito:username': 'The name in the user pool.',
  'cognito:groups': 'The groups of the person. Your function can decide by them; the authorizer does not.',
  'cognito:roles': 'IAM roles of these groups. An identity pool may choose one of them.',
  'cognito:preferred_role': 'The IAM role of the group that comes first.',
  identities: 'The accounts at other providers that are linked to this person.',
  version: 'The version of the format of access tokens.',
  at_hash: 'Ties the ID token to the access token that came with it.',
  nonce: 'What the application sent to the sign-in page, to know its own answer.',
  email: 'An attribute of the person.',
  email_verified: 'Whether Cognito has seen that the address is theirs.',
  phone_number: 'An attribute of the person.',
  phone_number_verified: 'Whether Cognito has seen that the number is theirs.',
  name: 'An attribute of the person.',
  given_name: 'An attribute of the person.',
  family_name: 'An attribute of the person.',
};
