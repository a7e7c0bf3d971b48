import { type PreTokenGenerationV3TriggerEvent } from 'aws-lambda';
import documented from '../testing/event.json';
import { handler } from './index';

/** The event as AWS documents it. */
const newEvent = () => structuredClone(documented) as unknown as PreTokenGenerationV3TriggerEvent;

it('says that a machine calls', async () => {
  const { response } = await handler(newEvent());

  expect(response.claimsAndScopeOverrideDetails).toEqual({
    accessTokenGeneration: { claimsToAddOrOverride: { caller: 'machine' } },
  });
});

it('says that a person calls', async () => {
  const { response } = await handler({ ...newEvent(), triggerSource: 'TokenGeneration_Authentication' });

  expect(response.claimsAndScopeOverrideDetails).toEqual({
    accessTokenGeneration: { claimsToAddOrOverride: { caller: 'person' } },
  });
});
