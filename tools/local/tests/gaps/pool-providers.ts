import { X509Certificate } from 'node:crypto';
import { source } from '../../testing/conformance';
import { type Aws } from './aws';
import { type IdentityGap, identityGapsFrom } from './gap';
import { makeUserPool } from './user-pool';

const gap = identityGapsFrom(makeUserPool);
const page = source.userPools('CreateIdentityProvider');

type Details = Record<string, string>;

async function detailsOf(aws: Aws, UserPoolId: string, ProviderType: string, ProviderDetails: Details) {
  const ProviderName = ['OIDC', 'SAML'].includes(ProviderType) ? 'corp' : ProviderType;
  await aws.idp('CreateIdentityProvider', { UserPoolId, ProviderName, ProviderType, ProviderDetails });
  const { IdentityProvider } = await aws.idp('DescribeIdentityProvider', { UserPoolId, ProviderName });
  return IdentityProvider.ProviderDetails as Details;
}

const oauth = { client_id: 'id', client_secret: 'hush', authorize_scopes: 'email' };
const apple = { client_id: 'id', team_id: 'team', key_id: 'key', authorize_scopes: 'email' };

const metadata = (service: string) =>
  `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata"><IDPSSODescriptor>${service}</IDPSSODescriptor></EntityDescriptor>`;
const signOn =
  '<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://corp.example.com/in"/>';

/** Identity providers as a pool has them; the sign-in through one is in the front door's rows. */
export const poolProviders: IdentityGap[] = [
  gap(
    'DescribeIdentityProvider: Google, with the endpoints that Cognito adds',
    page,
    async (aws, { UserPoolId = '' }) => {
      expect(await detailsOf(aws, UserPoolId, 'Google', oauth)).toEqual({
        ...oauth,
        attributes_url: 'https://people.googleapis.com/v1/people/me?personFields=',
        attributes_url_add_attributes: 'true',
        authorize_url: 'https://accounts.google.com/o/oauth2/v2/auth',
        oidc_issuer: 'https://accounts.google.com',
        token_request_method: 'POST',
        token_url: 'https://www.googleapis.com/oauth2/v4/token',
      });
    },
  ),
  gap(
    'DescribeIdentityProvider: Facebook, with the endpoints of its version',
    page,
    async (aws, { UserPoolId = '' }) => {
      expect(await detailsOf(aws, UserPoolId, 'Facebook', { ...oauth, api_version: 'v19.0' })).toEqual({
        ...oauth,
        api_version: 'v19.0',
        attributes_url: 'https://graph.facebook.com/v19.0/me?fields=',
        attributes_url_add_attributes: 'true',
        authorize_url: 'https://www.facebook.com/v19.0/dialog/oauth',
        token_request_method: 'GET',
        token_url: 'https://graph.facebook.com/v19.0/oauth/access_token',
      });
    },
  ),
  gap(
    'DescribeIdentityProvider: Amazon, with the endpoints that Cognito adds',
    page,
    async (aws, { UserPoolId = '' }) => {
      expect(await detailsOf(aws, UserPoolId, 'LoginWithAmazon', oauth)).toEqual({
        ...oauth,
        attributes_url: 'https://api.amazon.com/user/profile',
        attributes_url_add_attributes: 'false',
        authorize_url: 'https://www.amazon.com/ap/oa',
        token_request_method: 'POST',
        token_url: 'https://api.amazon.com/auth/o2/token',
      });
    },
  ),
  gap('DescribeIdentityProvider: Apple, without its private key', page, async (aws, { UserPoolId = '' }) => {
    expect(await detailsOf(aws, UserPoolId, 'SignInWithApple', { ...apple, private_key: 'hush' })).toEqual({
      ...apple,
      attributes_url_add_attributes: 'false',
      authorize_url: 'https://appleid.apple.com/auth/authorize',
      oidc_issuer: 'https://appleid.apple.com',
      token_request_method: 'POST',
      token_url: 'https://appleid.apple.com/auth/token',
    });
  }),
  gap('DescribeIdentityProvider: OIDC, with attributes_url_add_attributes', page, async (aws, { UserPoolId = '' }) => {
    const details = { ...oauth, oidc_issuer: 'https://corp.example.com', attributes_request_method: 'GET' };
    expect(await detailsOf(aws, UserPoolId, 'OIDC', details)).toEqual({
      ...details,
      attributes_url_add_attributes: 'false',
    });
  }),
  gap(
    'DescribeIdentityProvider: SAML, with a certificate and the endpoints of the metadata',
    page,
    async (aws, { UserPoolId = '' }) => {
      expect(await detailsOf(aws, UserPoolId, 'SAML', { MetadataFile: metadata(signOn) })).toEqual({
        MetadataFile: metadata(signOn),
        ActiveEncryptionCertificate: expect.stringMatching(/^[\w+/]+=*$/),
        SSORedirectBindingURI: 'https://corp.example.com/in',
      });
    },
  ),
  gap('CreateIdentityProvider: refuses metadata that is no XML', page, async (aws, { UserPoolId = '' }) => {
    await expect(detailsOf(aws, UserPoolId, 'SAML', { MetadataFile: 'none' })).rejects.toMatchObject({
      code: 'InvalidParameterException',
    });
  }),
  gap('CreateIdentityProvider: refuses a name that is taken', page, async (aws, { UserPoolId = '' }) => {
    await detailsOf(aws, UserPoolId, 'Google', oauth);
    await expect(detailsOf(aws, UserPoolId, 'Google', oauth)).rejects.toMatchObject({
      code: 'DuplicateProviderException',
    });
  }),
  gap(
    'GetSigningCertificate: a certificate, the same at each call',
    source.userPools('GetSigningCertificate'),
    async (aws, { UserPoolId }) => {
      const certificate = async () => (await aws.idp('GetSigningCertificate', { UserPoolId })).Certificate as string;
      const first = await certificate();
      expect(new X509Certificate(Buffer.from(first, 'base64')).subject).toBe(`CN=${UserPoolId}`);
      expect(await certificate()).toBe(first);
    },
  ),
];
