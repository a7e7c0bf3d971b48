import { type PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import documented from '../testing/event.json';
import { handler } from './index';

/** The event as AWS documents it. */
const newEvent = () => structuredClone(documented) as unknown as PreTokenGenerationV2TriggerEvent;

it('puts the tenant of a person into both tokens', async () => {
  const { response } = await handler(newEvent());

  const claimsToAddOrOverride = { tenant: 'acme' };
  expect(response.claimsAndScopeOverrideDetails).toEqual({
    idTokenGeneration: { claimsToAddOrOverride },
    accessTokenGeneration: { claimsToAddOrOverride },
  });
});

it('changes no token of a person without a tenant', async () => {
  const event = newEvent();
  delete event.request.userAttributes['custom:tenant'];

  expect((await handler(event)).response).toEqual(documented.response);
});
