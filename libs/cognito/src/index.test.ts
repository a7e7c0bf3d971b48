import * as cognito from './index';

describe('@gatehouse/cognito', () => {
  it('exports its constructs and one helper, and nothing else', () => {
    expect(Object.keys(cognito).sort()).toEqual([
      'EmailSender',
      'Group',
      'IdentityPool',
      'Login',
      'ResourceServer',
      'SesIdentity',
      'UserPool',
      'UserPoolClient',
      'UserPoolDomain',
      'groupsOf',
    ]);
  });
});
