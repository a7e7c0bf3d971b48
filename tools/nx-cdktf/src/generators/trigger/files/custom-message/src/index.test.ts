import { type CustomMessageTriggerEvent } from 'aws-lambda';
import documented from '../testing/event.json';
import { handler } from './index';

/** The event as AWS documents it. */
const newEvent = () => structuredClone(documented) as unknown as CustomMessageTriggerEvent;

it('welcomes a person in German', async () => {
  const { response } = await handler(newEvent());

  expect(response).toEqual({ smsMessage: null, emailSubject: 'Willkommen', emailMessage: 'Ihr Code: {####}' });
});

it('writes English to everyone else', async () => {
  const event = newEvent();
  delete event.request.userAttributes.locale;

  expect((await handler(event)).response).toMatchObject({ emailMessage: 'Your code: {####}' });
});

it('leaves other messages to Cognito', async () => {
  const { response } = await handler({ ...newEvent(), triggerSource: 'CustomMessage_VerifyUserAttribute' });

  expect(response).toEqual(documented.response);
});
