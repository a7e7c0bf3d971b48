import { type PreAuthenticationTriggerEvent } from 'aws-lambda';
import documented from '../testing/event.json';
import { handler } from './index';

/** The event as AWS documents it. */
const newEvent = () => structuredClone(documented) as unknown as PreAuthenticationTriggerEvent;

it('lets people sign in, and returns the event, which Cognito needs', async () => {
  expect(await handler(newEvent())).toEqual(documented);
});

it('refuses an account that is suspended', async () => {
  const event = newEvent();
  event.request.userAttributes['custom:suspended'] = 'true';

  await expect(handler(event)).rejects.toThrow('This account is suspended.');
});
