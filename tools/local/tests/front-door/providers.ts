import { type Aws } from '../gaps/aws';

const PROVIDERS: Readonly<Record<string, object>> = {
  Google: {
    ProviderType: 'Google',
    ProviderDetails: { client_id: 'google-client', client_secret: 'hush', authorize_scopes: 'openid email profile' },
    AttributeMapping: { username: 'sub', email: 'email', given_name: 'given_name' },
  },
  Corp: {
    ProviderType: 'OIDC',
    IdpIdentifiers: ['corp.example.com'],
    ProviderDetails: {
      client_id: 'corp-client',
      client_secret: 'hush',
      authorize_scopes: 'openid email',
      oidc_issuer: 'https://login.corp.example.com',
      attributes_request_method: 'GET',
    },
    AttributeMapping: { username: 'sub', email: 'email', email_verified: 'email_verified', 'custom:team': 'groups' },
  },
  Adfs: { ProviderType: 'SAML', ProviderDetails: { MetadataURL: 'https://adfs.example.com/metadata' } },
};

/** Adds `Google`, `Corp` (OpenID) or `Adfs` (SAML). */
export async function addProviders(aws: Aws, UserPoolId: string, ...names: string[]): Promise<void> {
  for (const ProviderName of names) {
    await aws.idp('CreateIdentityProvider', { UserPoolId, ProviderName, ...PROVIDERS[ProviderName] });
  }
}
