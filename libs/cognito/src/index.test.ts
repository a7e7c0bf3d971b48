import * as cognito from './index';

describe('@gatehouse/cognito', () => {
  it('exports its constructs and what makes or checks their props, and nothing else', () => {
    expect(Object.keys(cognito).sort()).toEqual([
      'AmazonProvider',
      'AppleProvider',
      'ClassicPagesStyle',
      'DomainCertificate',
      'EmailSender',
      'FacebookProvider',
      'GoogleProvider',
      'Group',
      'IdentityPool',
      'IdentityProvider',
      'Login',
      'ManagedUserPoolClient',
      'OidcProvider',
      'ResourceServer',
      'RiskConfiguration',
      'SamlMetadata',
      'SamlProvider',
      'Secret',
      'SesIdentity',
      'UserPool',
      'UserPoolClient',
      'UserPoolDomain',
      'checkTexts',
      'groupsOf',
    ]);
  });
});
