import { type PostConfirmationTriggerEvent } from 'aws-lambda';
import documented from '../testing/event.json';
import { handler } from './index';

/** The event as AWS documents it. */
const newEvent = () => structuredClone(documented) as unknown as PostConfirmationTriggerEvent;

const info = jest.spyOn(console, 'info').mockImplementation();
beforeEach(() => info.mockClear());

it('notes a new account, and returns the event, which Cognito needs', async () => {
  expect(await handler(newEvent())).toEqual(documented);

  expect(info).toHaveBeenCalledWith({ message: 'account confirmed', userName: 'ada' });
});

it('leaves a new password alone', async () => {
  await handler({ ...newEvent(), triggerSource: 'PostConfirmation_ConfirmForgotPassword' });

  expect(info).not.toHaveBeenCalled();
});
