import * as cognito from './index';

describe('@gatehouse/cognito', () => {
  it('exports its constructs, its error and one helper, and nothing else', () => {
    expect(Object.keys(cognito).sort()).toEqual([
      'CognitoError',
      'IdentityPool',
      'ResourceServer',
      'UserPool',
      'UserPoolClient',
      'UserPoolDomain',
      'keepPolicyVariables',
    ]);
  });
});
