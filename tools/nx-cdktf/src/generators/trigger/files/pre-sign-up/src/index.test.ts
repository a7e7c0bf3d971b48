import { type PreSignUpTriggerEvent } from 'aws-lambda';
import documented from '../testing/event.json';
import { handler } from './index';

/** The event as AWS documents it. */
const newEvent = () => structuredClone(documented) as unknown as PreSignUpTriggerEvent;

it('lets people of the company in, who confirm their address', async () => {
  const { response } = await handler(newEvent());

  expect(response).toEqual({ autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false });
});

it('refuses everyone else', async () => {
  const event = newEvent();
  event.request.userAttributes.email = 'ada@example.org';

  await expect(handler(event)).rejects.toThrow('An address of example.com is needed.');
});
