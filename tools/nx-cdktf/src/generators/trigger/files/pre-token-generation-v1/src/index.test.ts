import { type PreTokenGenerationTriggerEvent } from 'aws-lambda';
import documented from '../testing/event.json';
import { handler } from './index';

/** The event as AWS documents it. */
const newEvent = () => structuredClone(documented) as unknown as PreTokenGenerationTriggerEvent;

it('puts the tenant of a person into the ID token', async () => {
  const { response } = await handler(newEvent());

  expect(response).toEqual({ claimsOverrideDetails: { claimsToAddOrOverride: { tenant: 'acme' } } });
});

it('changes no token of a person without a tenant', async () => {
  const event = newEvent();
  delete event.request.userAttributes['custom:tenant'];

  expect((await handler(event)).response).toEqual(documented.response);
});
