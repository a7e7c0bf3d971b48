import { idToken, testKeys } from '../testing/call';
import { anAuthorizer, poolId } from '../testing/surface';
import { cognitoAuthorizer } from './authorize';
import { poolKeyCache, type PoolKeys } from './pool-keys';

describe('keys', () => {
  it('are those that the pool publishes', async () => {
    const check = cognitoAuthorizer(anAuthorizer(), poolKeyCache(testKeys));
    await expect(check(['Authorization', await idToken()])).resolves.toBeDefined();
    const none = cognitoAuthorizer(
      anAuthorizer(),
      poolKeyCache(() => Promise.resolve({ keys: [] })),
    );
    await expect(none(['Authorization', await idToken()])).rejects.toMatchObject({ status: 401 });
  });

  it('fails with 500, and tells why, when the keys cannot be read', async () => {
    const broken: PoolKeys = () => Promise.reject(new Error('connection refused'));
    const check = cognitoAuthorizer(anAuthorizer(), poolKeyCache(broken));
    await expect(check(['Authorization', await idToken()])).rejects.toMatchObject({
      responseType: 'AUTHORIZER_FAILURE',
      status: 500,
      reason: `the keys of user pool ${poolId} cannot be read: connection refused`,
    });
  });
});
