import { identityPoolPrincipals, identityPoolsOf, signInHostOf } from './identity-pools';

it.each([
  ['eu-west-1', 'cognito-identity.amazonaws.com', 'auth'],
  ['cn-north-1', 'cognito-identity.amazonaws.com', 'auth'],
  ['us-gov-west-1', 'cognito-identity-us-gov.amazonaws.com', 'auth-fips'],
  ['us-gov-east-1', 'cognito-identity.us-gov-east-1.amazonaws.com', 'auth-fips'],
  [undefined, 'cognito-identity.amazonaws.com', 'auth'],
])('identity pools of %s are the principal %s, and sign-in hosts begin with %s', (region, principal, host) => {
  expect(identityPoolsOf(region)).toBe(principal);
  expect(identityPoolPrincipals).toContain(principal);
  expect(signInHostOf(region)).toBe(host);
});
