import { generateKeyPair, SignJWT } from 'jose';
import { type RestAuthorizer } from '@gatehouse/surface';
import { accessToken, idToken, testKeys, testSigner } from '../testing/call';
import { anAuthorizer, issuer, poolId, region } from '../testing/surface';
import { createTokenSigner } from '../testing/token-signer';
import { cognitoAuthorizer } from './authorize';
import { poolKeyCache, type PoolKeys } from './pool-keys';

async function authorize(
  headers: Record<string, string>,
  { scopes = [], authorizer = {} }: { scopes?: string[]; authorizer?: Partial<RestAuthorizer> } = {},
) {
  const check = cognitoAuthorizer(anAuthorizer(authorizer), poolKeyCache(testKeys));
  return check(Object.entries(headers).flat(), scopes);
}

const unauthorized = { responseType: 'UNAUTHORIZED', status: 401, text: 'Unauthorized' };

describe('rule 1: a method without scopes takes ID tokens', () => {
  it('lets an ID token in and gives its claims', async () => {
    const { claims } = await authorize({ Authorization: await idToken() });
    expect(claims).toMatchObject({ sub: 'user-1', email: 'ada@example.com', token_use: 'id' });
  });

  it('fails when the token is an access token', async () => {
    await expect(authorize({ Authorization: await accessToken('reports/read') })).rejects.toMatchObject(unauthorized);
  });
});

describe('rules 2 and 3: a method with scopes takes access tokens', () => {
  const scopes = ['reports/read', 'reports/admin'];

  it('lets a token in that has any one of them', async () => {
    const token = await accessToken('openid reports/admin');
    await expect(authorize({ Authorization: token }, { scopes })).resolves.toBeDefined();
  });

  it('fails with 401, not 403, when none is in common', async () => {
    const token = await accessToken('aws.cognito.signin.user.admin');
    await expect(authorize({ Authorization: token }, { scopes })).rejects.toMatchObject(unauthorized);
  });

  it('fails when a scope is only a prefix of one', async () => {
    const token = await accessToken('reports');
    await expect(authorize({ Authorization: token }, { scopes })).rejects.toMatchObject(unauthorized);
  });

  it('fails when the token is an ID token, even one with a scope claim', async () => {
    const token = await idToken({ scope: 'reports/read' });
    await expect(authorize({ Authorization: token }, { scopes })).rejects.toMatchObject(unauthorized);
  });
});

describe('rule 4: anything else is refused', () => {
  it('fails when the header is missing or empty', async () => {
    await expect(authorize({})).rejects.toMatchObject(unauthorized);
    await expect(authorize({ Authorization: '  ' })).rejects.toMatchObject(unauthorized);
  });

  it('fails when the value is no token', async () => {
    for (const value of ['Bearer', 'Bearer ', 'Basic YTpi', 'a.b.c', 'x']) {
      await expect(authorize({ Authorization: value })).rejects.toMatchObject(unauthorized);
    }
  });

  it('fails when a claim was changed after signing', async () => {
    const [header, , signature] = (await idToken()).split('.') as [string, string, string];
    const [, payload] = (await idToken({ email: 'eve@example.com' })).split('.') as [string, string];
    await expect(authorize({ Authorization: [header, payload, signature].join('.') })).rejects.toMatchObject(
      unauthorized,
    );
  });

  it('fails when the key has the trusted name but is another', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const token = await new SignJWT({ iss: issuer, token_use: 'id' })
      .setProtectedHeader({ alg: 'RS256', kid: (await testSigner()).key.kid })
      .setExpirationTime('1h')
      .sign(privateKey);
    await expect(authorize({ Authorization: token })).rejects.toMatchObject(unauthorized);
  });

  it('fails when the algorithm is none', async () => {
    const [, payload] = (await idToken()).split('.') as [string, string];
    const { kid } = (await testSigner()).key;
    const header = Buffer.from(JSON.stringify({ alg: 'none', kid })).toString('base64url');
    await expect(authorize({ Authorization: `${header}.${payload}.` })).rejects.toMatchObject(unauthorized);
  });

  it('fails when another pool issued the token, though the key is right', async () => {
    const token = await idToken({ iss: `https://cognito-idp.${region}.amazonaws.com/${region}_Others001` });
    await expect(authorize({ Authorization: token })).rejects.toMatchObject(unauthorized);
  });

  it('fails when the token is not good yet', async () => {
    const token = await idToken({ nbf: Math.floor(Date.now() / 1000) + 600 });
    await expect(authorize({ Authorization: token })).rejects.toMatchObject(unauthorized);
  });
});

describe('rule 5: an expired token', () => {
  it('fails with a message of its own', async () => {
    const token = await idToken({ exp: Math.floor(Date.now() / 1000) - 1 });
    await expect(authorize({ Authorization: token })).rejects.toMatchObject({
      ...unauthorized,
      text: 'The incoming token has expired',
    });
  });

  it('fails as any other when the expired token is forged', async () => {
    const token = await (await createTokenSigner()).sign({ exp: 1 });
    await expect(authorize({ Authorization: token })).rejects.toMatchObject(unauthorized);
  });
});

describe('rules 6 and 7: where the token is', () => {
  it('takes the token with and without Bearer', async () => {
    const token = await idToken();
    for (const value of [token, `Bearer ${token}`, `bearer  ${token}`]) {
      await expect(authorize({ Authorization: value })).resolves.toBeDefined();
    }
  });

  it('finds the header in any case', async () => {
    await expect(authorize({ AUTHORIZATION: await idToken() })).resolves.toBeDefined();
  });

  it('reads the header that the identity source names', async () => {
    const authorizer = { identitySource: 'method.request.header.X-Token' };
    const token = await idToken();
    await expect(authorize({ 'x-token': token }, { authorizer })).resolves.toBeDefined();
    await expect(authorize({ Authorization: token }, { authorizer })).rejects.toMatchObject(unauthorized);
  });

  it('fails at creation when the identity source is not a header', async () => {
    const authorizer = { identitySource: 'method.request.querystring.token' };
    await expect(authorize({}, { authorizer })).rejects.toThrow(
      'aws_api_gateway_authorizer.users: identity_source is "method.request.querystring.token"',
    );
  });
});

describe('rule 8: the validation expression looks at aud', () => {
  const authorizer = { identityValidationExpression: 'app-.*' };

  it('lets an ID token of a matching client in', async () => {
    await expect(authorize({ Authorization: await idToken() }, { authorizer })).resolves.toBeDefined();
  });

  it('fails when the client does not match as a whole', async () => {
    const token = await idToken({ aud: 'other-app-client' });
    await expect(authorize({ Authorization: token }, { authorizer })).rejects.toMatchObject(unauthorized);
  });

  it('fails for every access token, which has no aud', async () => {
    const token = await accessToken('reports/read');
    await expect(authorize({ Authorization: token }, { authorizer, scopes: ['reports/read'] })).rejects.toMatchObject(
      unauthorized,
    );
  });

  it('fails at creation when it is no regular expression', async () => {
    await expect(authorize({}, { authorizer: { identityValidationExpression: '(' } })).rejects.toThrow(
      'aws_api_gateway_authorizer.users: identity_validation_expression is not a regular expression',
    );
  });
});

describe('rules 9 and 10: pools and clients', () => {
  it('takes tokens of each pool of the authorizer, of any client', async () => {
    const second = `${region}_Second`;
    const authorizer = {
      userPoolArns: [poolId, second].map((id) => `arn:aws:cognito-idp:${region}:123456789012:userpool/${id}`),
    };
    for (const id of [poolId, second]) {
      const token = await idToken({
        iss: `https://cognito-idp.${region}.amazonaws.com/${id}`,
        aud: `any-${id}`,
      });
      await expect(authorize({ Authorization: token }, { authorizer })).resolves.toBeDefined();
    }
  });
});

describe('rule 11: the result cache', () => {
  const countingKeys = () => {
    const asked: string[] = [];
    const keys: PoolKeys = (userPoolId) => {
      asked.push(userPoolId);
      return testKeys(userPoolId);
    };
    return { asked, keys };
  };

  afterEach(() => jest.useRealTimers());

  it('does not verify a token again within its time, and lets go of it at exp', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    const check = cognitoAuthorizer(anAuthorizer({ resultTtl: 3600 }), poolKeyCache(testKeys));
    const token = await idToken({ exp: Math.floor(Date.now() / 1000) + 60 });
    const first = await check(['Authorization', token], []);
    jest.advanceTimersByTime(30_000);
    expect(await check(['Authorization', token], [])).toBe(first);
    jest.advanceTimersByTime(31_000);
    await expect(check(['Authorization', token], [])).rejects.toMatchObject({
      text: 'The incoming token has expired',
    });
  });

  it('verifies anew after its time', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
    const check = cognitoAuthorizer(anAuthorizer({ resultTtl: 10 }), poolKeyCache(testKeys));
    const token = await idToken();
    const first = await check(['Authorization', token], []);
    jest.advanceTimersByTime(11_000);
    expect(await check(['Authorization', token], [])).not.toBe(first);
  });

  it('is off with 0', async () => {
    const check = cognitoAuthorizer(anAuthorizer({ resultTtl: 0 }), poolKeyCache(testKeys));
    const token = await idToken();
    const first = await check(['Authorization', token], []);
    expect(await check(['Authorization', token], [])).not.toBe(first);
  });

  it('keeps the scopes of each method apart', async () => {
    const check = cognitoAuthorizer(anAuthorizer(), poolKeyCache(testKeys));
    const token = await accessToken('reports/read');
    await check(['Authorization', token], ['reports/read']);
    await expect(check(['Authorization', token], ['reports/write'])).rejects.toMatchObject(unauthorized);
  });

  it('asks each pool for its keys once', async () => {
    const { asked, keys } = countingKeys();
    const check = cognitoAuthorizer(anAuthorizer(), poolKeyCache(keys));
    await check(['Authorization', await idToken()], []);
    await check(['Authorization', await idToken({ sub: 'user-2' })], []);
    expect(asked).toEqual([poolId]);
  });
});
