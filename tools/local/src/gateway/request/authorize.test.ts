import { accessToken, idToken, testKeys } from '../testing/call';
import { anAuthorizer, poolId } from '../testing/surface';
import { cognitoAuthorizer } from './authorize';
import { poolKeyCache, type PoolKeys } from './pool-keys';

// Which tokens are taken is in docs/gateway-conformance.md; here is what only a clock shows.

const checkFor = (resultTtl: number, keys: PoolKeys = testKeys) =>
  cognitoAuthorizer(anAuthorizer({ resultTtl }), poolKeyCache(keys));

describe('the cache of results', () => {
  afterEach(() => jest.useRealTimers());
  const useFakeTimers = () => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });

  it('does not verify a token again within its time, and lets go of it at exp', async () => {
    useFakeTimers();
    const check = checkFor(3600);
    const token = await idToken({ exp: Math.floor(Date.now() / 1000) + 60 });
    const first = await check(['Authorization', token]);
    jest.advanceTimersByTime(30_000);
    expect(await check(['Authorization', token])).toBe(first);
    jest.advanceTimersByTime(31_000);
    await expect(check(['Authorization', token])).rejects.toMatchObject({ text: 'The incoming token has expired' });
  });

  it('verifies anew after its time', async () => {
    useFakeTimers();
    const check = checkFor(10);
    const token = await idToken();
    const first = await check(['Authorization', token]);
    jest.advanceTimersByTime(11_000);
    expect(await check(['Authorization', token])).not.toBe(first);
  });

  it('is off with 0', async () => {
    const check = checkFor(0);
    const token = await idToken();
    expect(await check(['Authorization', token])).not.toBe(await check(['Authorization', token]));
  });

  it('asks each pool for its keys once', async () => {
    const asked: string[] = [];
    const check = checkFor(300, (userPoolId) => {
      asked.push(userPoolId);
      return testKeys(userPoolId);
    });
    await check(['Authorization', await idToken()]);
    await check(['Authorization', await accessToken('reports/read')]);
    expect(asked).toEqual([poolId]);
  });
});
