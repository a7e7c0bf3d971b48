import { type PostAuthenticationTriggerEvent } from 'aws-lambda';
import documented from '../testing/event.json';
import { handler } from './index';

/** The event as AWS documents it. */
const newEvent = () => structuredClone(documented) as unknown as PostAuthenticationTriggerEvent;

it('notes the sign-in, and returns the event, which Cognito needs', async () => {
  const info = jest.spyOn(console, 'info').mockImplementation();

  expect(await handler(newEvent())).toEqual(documented);

  const noted = { message: 'signed in', userName: 'ada', clientId: '1example23456789', newDevice: true };
  expect(info).toHaveBeenCalledWith(noted);
});
