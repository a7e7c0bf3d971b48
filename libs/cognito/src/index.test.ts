import * as cognito from './index';

describe('@gatehouse/cognito', () => {
  it('exports its constructs and its error, and nothing else', () => {
    expect(Object.keys(cognito).sort()).toEqual([
      'CognitoError',
      'IdentityPool',
      'ResourceServer',
      'UserPool',
      'UserPoolClient',
      'UserPoolDomain',
    ]);
  });
});
