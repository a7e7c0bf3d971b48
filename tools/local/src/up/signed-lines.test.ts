import { type Environment } from '@gatehouse/environment';
import { type IdentityPool } from '@gatehouse/surface';
import { anApi, aRoute, aSurface } from '../gateway/testing/surface';
import { type Served } from './curl-lines';
import { signedExamples } from './signed-lines';

const pool: IdentityPool = {
  address: 'aws_cognito_identity_pool.people',
  id: 'eu-west-1:pool',
  name: 'people',
  guests: true,
  classicFlow: false,
  userPoolClients: [{ clientId: 'app', providerName: 'cognito-idp/pool', serverSideTokenCheck: true }],
  otherProviders: [],
  roleMappings: [],
};
const served = (identityPools: readonly IdentityPool[]): Served => ({
  environment: { name: 'local' } as Environment,
  surface: aSurface({ identityPools }),
  machines: [],
  pools: [],
  outputs: { cognitoEndpoint: 'http://127.0.0.1:4599' } as Served['outputs'],
});
const route = {
  api: anApi({ routes: [aRoute('GET /prices', { auth: { kind: 'iam' } })] }),
  url: 'http://127.0.0.1:4510/local/prices',
};

const titles = (identityPools: readonly IdentityPool[], signedIn: boolean) =>
  signedExamples(route, served(identityPools), signedIn).map(({ title }) => title);

describe('lines that sign requests', () => {
  it('are for guests, and for the person who signed in before', () => {
    expect(titles([pool], true)).toEqual([
      'A guest signs with AWS credentials',
      "A guest's AWS credentials by the AWS CLI",
      'A signed-in person signs with AWS credentials',
    ]);
    expect(titles([{ ...pool, guests: false }], true)).toEqual(['A signed-in person signs with AWS credentials']);
    expect(titles([pool], false)).toHaveLength(2);
    expect(titles([], true)).toEqual([]);
  });

  it('sign for the API, with the credentials that the lines before them got', () => {
    const [guest, , person] = signedExamples(route, served([pool]), true);

    expect(guest?.lines[0]).toContain(`-d "{\\"IdentityPoolId\\":\\"eu-west-1:pool\\"}" | node`);
    expect(guest?.lines.at(-1)).toBe(
      'curl -s -i http://127.0.0.1:4510/local/prices --aws-sigv4 aws:amz:eu-west-1:execute-api --user "$KEY:$SECRET" ' +
        '-H "X-Amz-Security-Token: $TOKEN"',
    );
    expect(person?.lines[1]).toContain('\\"Logins\\":{\\"cognito-idp/pool\\":\\"$ID_TOKEN\\"}}"');
  });
});
