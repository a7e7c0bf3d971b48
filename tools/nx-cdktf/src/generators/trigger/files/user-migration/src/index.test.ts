import { type UserMigrationTriggerEvent } from 'aws-lambda';
import documented from '../testing/event.json';
import { find, signIn } from './former-directory';
import { handler } from './index';

/** The event as AWS documents it. */
const newEvent = () => structuredClone(documented) as unknown as UserMigrationTriggerEvent;

jest.mock('./former-directory');

it('takes a person over who signs in with the former password', async () => {
  jest.mocked(signIn).mockResolvedValue({ email: 'ada@example.com' });

  const { response } = await handler(newEvent());

  expect(signIn).toHaveBeenCalledWith('ada', documented.request.password);
  expect(response).toMatchObject({
    userAttributes: { email: 'ada@example.com', email_verified: 'true' },
    finalUserStatus: 'CONFIRMED',
    messageAction: 'SUPPRESS',
  });
});

it('refuses a wrong password', async () => {
  jest.mocked(signIn).mockResolvedValue(undefined);

  await expect(handler(newEvent())).rejects.toThrow('Incorrect username or password.');
});

it('takes a person over who forgot the password, and leaves the status to Cognito', async () => {
  jest.mocked(find).mockResolvedValue({ email: 'ada@example.com' });

  const { response } = await handler({ ...newEvent(), triggerSource: 'UserMigration_ForgotPassword' });

  expect(response).toMatchObject({ userAttributes: { email: 'ada@example.com' }, finalUserStatus: null });
});
