import { type RestApi } from '@gatehouse/surface';
import { poolKeyCache } from './request/pool-keys';
import { TokenHolders } from './request/token-holders';
import { UsagePlans } from './request/usage-plans';
import { Services } from './services';
import { loadStages, type Stages } from './stages';
import { testKeys } from './testing/call';
import { anApi, aRoute, aStage } from './testing/surface';

describe('rule 46: a stage serves the copy made when it was deployed', () => {
  const load = (api: RestApi, before: Stages = new Map()) => {
    const jwksCache = poolKeyCache(testKeys);
    return loadStages(api, before, {
      jwksCache,
      holders: new TokenHolders(),
      services: new Services(),
      usagePlans: new UsagePlans(() => Promise.resolve(undefined)),
    });
  };
  const routes = [aRoute('GET /a')];

  it('keeps the copy while the deployment is the same', () => {
    const before = load(anApi({ routes }));
    const after = load(anApi({ routes: [aRoute('GET /b')] }), before);
    expect(after.get('local')?.deployment).toBe(before.get('local')?.deployment);
    expect(after.get('local')?.deployment.router('GET', '/b')).toBeUndefined();
  });

  it('takes the new definition with a new deployment', () => {
    const before = load(anApi({ routes }));
    const stages = [aStage({ deploymentId: 'dep2' })];
    const after = load(anApi({ routes: [aRoute('GET /b')], stages }), before);
    expect(after.get('local')?.deployment.router('GET', '/b')).toBeDefined();
    expect(after.get('local')?.deployment.router('GET', '/a')).toBeUndefined();
  });

  it('takes new settings of the stage at once', () => {
    const before = load(anApi({ routes }));
    const stages = [aStage({ variables: { a: 'b' } })];
    const after = load(anApi({ routes, stages }), before);
    expect(after.get('local')?.stage.variables).toEqual({ a: 'b' });
  });

  it('forgets a stage that is gone', () => {
    const before = load(anApi({ routes }));
    expect([...load(anApi({ routes, stages: [aStage({ name: 'other' })] }), before).keys()]).toEqual(['other']);
  });
});
