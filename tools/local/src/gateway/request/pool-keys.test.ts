import { createTokenSigner } from '../oauth/token-signer';
import { idToken, testSigner } from '../testing/call';
import { anAuthorizer, issuer, poolId } from '../testing/surface';
import { cognitoAuthorizer } from './authorize';
import { poolKeyCache, type PoolKeys } from './pool-keys';

describe('keys', () => {
  it('are those of the pool and the local signer together', async () => {
    const pool = await createTokenSigner();
    const published: PoolKeys = () => Promise.resolve({ keys: [pool.key] });
    const check = cognitoAuthorizer(anAuthorizer(), poolKeyCache(published, (await testSigner()).key));
    const exp = Math.floor(Date.now() / 1000) + 60;
    const poolToken = await pool.sign({ iss: issuer, token_use: 'id', exp });
    await expect(check(['Authorization', poolToken], [])).resolves.toBeDefined();
    await expect(check(['Authorization', await idToken()], [])).resolves.toBeDefined();
  });

  it('fails with 500, and tells why, when the keys cannot be read', async () => {
    const broken: PoolKeys = () => Promise.reject(new Error('connection refused'));
    const check = cognitoAuthorizer(anAuthorizer(), poolKeyCache(broken, (await testSigner()).key));
    await expect(check(['Authorization', await idToken()], [])).rejects.toMatchObject({
      responseType: 'AUTHORIZER_FAILURE',
      status: 500,
      reason: `the keys of user pool ${poolId} cannot be read: connection refused`,
    });
  });
});
