import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { surfaceFromState, type TerraformState } from '@gatehouse/surface';
import { bearer, idToken, testGateway } from './testing/call';

const fixtures = join(__dirname, '..', '..', '..', '..', 'libs', 'surface', 'fixtures');
const applied = (stack: string) =>
  JSON.parse(readFileSync(join(fixtures, stack, 'applied.state.json'), 'utf8')) as TerraformState;

describe('a state that real Terraform applied', () => {
  const [api] = surfaceFromState({ api: applied('reports-api') }).apis;
  const poolId = api!.authorizers[0]!.userPoolArns[0]!.split('/')[1];
  const ours = { iss: `https://cognito-idp.eu-west-1.amazonaws.com/${poolId}`, aud: 'client1' };
  const origin: { headers: [string, string][] } = { headers: [['Origin', 'https://app.example.com']] };

  it('answers the preflight as deployed', async () => {
    const answer = await (await testGateway(api!)).call('OPTIONS /v1/me', origin);
    expect(answer).toMatchObject({ status: 204, body: '' });
    expect(answer.headers).toEqual(
      expect.arrayContaining([
        ['Access-Control-Allow-Origin', 'https://app.example.com'],
        ['Access-Control-Allow-Headers', 'Authorization,Content-Type'],
        ['Access-Control-Allow-Methods', 'GET,OPTIONS'],
      ]),
    );
  });

  it('fails without a token, with the CORS header of the gateway response', async () => {
    const answer = await (await testGateway(api!)).call('GET /v1/me', origin);
    expect(answer).toMatchObject({ status: 401, body: '{"message":"Unauthorized"}' });
    expect(answer.header('access-control-allow-origin')).toBe('https://app.example.com');
  });

  it('calls the function with the claims of a good token', async () => {
    const gateway = await testGateway(api!);
    expect((await gateway.call('GET /v1/me', bearer(await idToken(ours)))).status).toBe(200);
    expect(gateway.events[0]).toMatchObject({
      resource: '/me',
      stageVariables: { backend: 'reports' },
      requestContext: { authorizer: { claims: { email: 'ada@example.com' } }, stage: 'v1' },
    });
    expect(gateway.accessLog).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  });

  it('fails for the token of another pool', async () => {
    const answer = await (await testGateway(api!)).call('GET /v1/me', bearer(await idToken({ aud: 'client1' })));
    expect(answer.status).toBe(401);
  });
});
