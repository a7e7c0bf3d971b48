import { clientSnippets } from './client-snippets';
import { type Outputs } from './outputs';

const issuer = 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1';
const outputs: Outputs = {
  environment: 'local',
  region: 'eu-west-1',
  apis: {},
  userPools: {
    users: {
      id: 'eu-west-1_Ab1',
      issuer,
      domain: 'http://127.0.0.1:4540',
      clients: { app: { id: 'app1', scopes: [], callbackUrls: ['http://localhost:3000/'], logoutUrls: [] } },
      machineClients: {},
    },
  },
  identityPools: { people: { id: 'eu-west-1:p', guests: true, providers: [issuer.replace('https://', '')] } },
  cognitoEndpoint: 'http://127.0.0.1:4599',
  demoUsers: {},
};

describe('code for clients', () => {
  it('configures Amplify with the pools and the endpoint of the emulator', () => {
    const [, json = ''] = /Amplify\.configure\(([^]*?)\);/.exec(clientSnippets(outputs)) ?? [];

    expect(JSON.parse(json)).toEqual({
      Auth: {
        Cognito: {
          userPoolId: 'eu-west-1_Ab1',
          userPoolClientId: 'app1',
          userPoolEndpoint: 'http://127.0.0.1:4599',
          identityPoolId: 'eu-west-1:p',
          allowGuestAccess: true,
          identityPoolEndpoint: 'http://127.0.0.1:4599',
        },
      },
    });
  });

  it('gives the AWS SDK the endpoint, and credentials of the identity pool', () => {
    const text = clientSnippets(outputs);

    expect(text).toContain("const local = { region: 'eu-west-1', endpoint: 'http://127.0.0.1:4599' };");
    expect(text).toContain("  logins: { 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1': idToken },");
    expect(clientSnippets({ ...outputs, identityPools: {} })).not.toContain('fromCognitoIdentityPool');
  });

  it('lets an OpenID client keep the issuer of AWS, and ask this machine', async () => {
    const [, line = ''] = /const local = \(url, init\) => (.*);/.exec(clientSnippets(outputs)) ?? [];
    const local = new Function('fetch', `return (url, init) => ${line}`)((url: string) => url) as (url: URL) => string;

    expect(local(new URL(`${issuer}/.well-known/openid-configuration`))).toBe(
      'http://127.0.0.1:4540/eu-west-1_Ab1/.well-known/openid-configuration',
    );
    expect(clientSnippets(outputs)).toContain(`  new URL('${issuer}'),\n  'app1',`);
  });

  it('says so where there is nobody to sign in', () => {
    expect(clientSnippets({ ...outputs, userPools: {} })).toContain(
      'No user pool has a client that people sign in with.',
    );
  });
});
