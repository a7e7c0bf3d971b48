/** What no export of a user pool can carry, printed where a person decides. */
export const LOSSES = `Not carried over, because Cognito tells it to nobody:
  - passwords: everyone sets a new one by "forgot password", with a code sent to a verified address
  - TOTP secrets, passkeys and remembered devices: everyone sets them up again
  - the choice of a second factor, and the history of sign-ins
  - the sub: every user gets another one. The export has the old one; what refers to users by it must be mapped
  - users who signed in only through an identity provider: they come back with their next sign-in there, without their groups`;
