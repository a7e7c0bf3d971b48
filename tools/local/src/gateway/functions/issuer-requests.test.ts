import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { buildSync } from 'esbuild';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { FunctionsUnderTest } from '../testing/functions';

const poolId = 'eu-west-1_Ab1Cd2Ef3';
const issuer = `https://cognito-idp.eu-west-1.amazonaws.com/${poolId}`;

/** What a team writes: nothing in it knows that it runs on a laptop. */
const verifying = `
import { CognitoJwtVerifier } from 'aws-jwt-verify';

const verifier = CognitoJwtVerifier.create({ userPoolId: '${poolId}', tokenUse: 'access', clientId: 'app' });
export const handler = async ({ token }) => (await verifier.verify(token)).sub;
`;

const credentialsOf = () =>
  Promise.resolve({ accessKeyId: 'A', secretAccessKey: 's', sessionToken: 't', expiration: '2999-01-01T00:00:00Z' });

/** As `gatehouse build` bundles it. */
const bundled = (contents: string, format: 'cjs' | 'esm'): string =>
  buildSync({
    stdin: { contents, resolveDir: __dirname },
    bundle: true,
    platform: 'node',
    format,
    write: false,
  }).outputFiles[0]?.text ?? '';

describe('a function that asks the issuer of a user pool for its keys', () => {
  let emulator: Server;
  let asked: string[];
  let privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
  const lambda = new FunctionsUnderTest({
    get aws() {
      return { endpoint: `http://127.0.0.1:${(emulator.address() as AddressInfo).port}`, credentialsOf };
    },
  });

  beforeAll(async () => {
    const pair = await generateKeyPair('RS256');
    privateKey = pair.privateKey;
    const keys = [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }];
    emulator = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
    });
    await new Promise<void>((resolve) => void emulator.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => (asked = []));
  afterAll(() => new Promise((resolve) => void emulator.close(resolve)));

  const tokenOf = (iss: string) =>
    new SignJWT({ token_use: 'access', client_id: 'app', sub: 'ada' })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(iss)
      .setExpirationTime('1h')
      .setIssuedAt()
      .sign(privateKey);

  it.each([
    ['CommonJS', 'index.js', 'cjs'],
    ['an ES module', 'index.mjs', 'esm'],
  ] as const)('verifies tokens with aws-jwt-verify unchanged, as %s', async (_, file, format) => {
    await lambda.deploy({ [file]: bundled(verifying, format) });

    expect(await lambda.invoke({ token: await tokenOf(issuer) })).toBe('ada');
    expect(asked).toEqual([`/${poolId}/.well-known/jwks.json`]);
    const other = await tokenOf(`${issuer}x`);
    await expect(lambda.invoke({ token: other })).rejects.toThrow('issuer not configured');
  });

  it('may ask with fetch, and by the name of the function in ES modules', async () => {
    await lambda.deploy({
      'index.mjs': `
import { get } from 'node:https';
const keys = (response) => new Promise((resolve) => {
  let text = '';
  response.on('data', (part) => (text += part)).on('end', () => resolve(JSON.parse(text).keys[0].kid));
});
export const handler = async () => [
  (await (await fetch('${issuer}/.well-known/jwks.json')).json()).keys[0].kid,
  await new Promise((resolve) => get('${issuer}/.well-known/jwks.json', (response) => resolve(keys(response)))),
  await new Promise((resolve) => get(
    { hostname: 'cognito-idp.eu-west-1.amazonaws.com', path: '/${poolId}/.well-known/openid-configuration' },
    (response) => resolve(keys(response)),
  )),
  (await (await fetch('https://cognito-identity.amazonaws.com/.well-known/jwks_uri')).json()).keys[0].kid,
];`,
    });

    expect(await lambda.invoke()).toEqual(['one', 'one', 'one', 'one']);
    expect(asked).toHaveLength(4);
  });

  it.each([
    ['another host', 'https://cognito-idp.eu-west-1.amazonaws.com.localhost:1/a/.well-known/jwks.json'],
    ['another path', 'https://localhost:1/eu-west-1_Ab1Cd2Ef3/.well-known/jwks.json'],
  ])('asks %s as ever', async (_, url) => {
    await lambda.deploy(`
const https = require('node:https');
exports.handler = () => new Promise((resolve) => https.get('${url}', () => resolve('answered')).on('error', () => resolve('refused')));`);

    expect(await lambda.invoke()).toBe('refused');
    expect(asked).toEqual([]);
  });
});
