import { X509Certificate } from 'node:crypto';
import { type Behaviour } from './behaviour';
import { type KitchenSink } from './sink';

const social = { ProviderDetails: { client_secret: 'hush-hush' } };

/** What each provider must have of its own, by name. */
const expected: Readonly<Record<string, object>> = {
  Google: { ProviderType: 'Google', ...social, AttributeMapping: { given_name: 'given_name', username: 'sub' } },
  SignInWithApple: { ProviderDetails: { team_id: 'ABCDE12345', key_id: 'FGHIJ67890', client_id: 'com.example.sink' } },
  Facebook: {
    ProviderDetails: { api_version: 'v19.0', ...social.ProviderDetails },
    AttributeMapping: { username: 'id' },
  },
  LoginWithAmazon: { ...social, AttributeMapping: { email: 'email', username: 'user_id' } },
  openid: {
    ProviderType: 'OIDC',
    ProviderDetails: { oidc_issuer: 'https://login.example.com', attributes_request_method: 'POST' },
    IdpIdentifiers: ['openid.example.com'],
  },
  saml: {
    ProviderType: 'SAML',
    ProviderDetails: {
      RequestSigningAlgorithm: 'rsa-sha256',
      EncryptedResponses: 'true',
      IDPInit: 'true',
      IDPSignout: 'true',
    },
    IdpIdentifiers: ['saml.example.com'],
  },
};

export const providerBehaviours: readonly Behaviour[] = [
  ...Object.entries(expected).map(([name, provider]) => ({
    name: `${name} is a provider, with its settings`,
    prove: async (sink: KitchenSink) => {
      const request = { UserPoolId: sink.text('user_pool_id'), ProviderName: name };
      const { IdentityProvider } = await sink.aws.idp('DescribeIdentityProvider', request);
      expect(IdentityProvider).toMatchObject(provider);
    },
  })),
  {
    name: 'the stack puts out the certificate of the pool for the SAML provider',
    prove: async (sink) => {
      const { subject } = new X509Certificate(Buffer.from(sink.text('signing_certificate'), 'base64'));
      expect(subject).toBe(`CN=${sink.text('user_pool_id')}`);
    },
  },
];
