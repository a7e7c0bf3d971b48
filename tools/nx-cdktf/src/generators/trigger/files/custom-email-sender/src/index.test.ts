import { type CustomEmailSenderTriggerEvent } from 'aws-lambda';
import documented from '../testing/event.json';
import { decryptCode } from './decrypt-code';
import { handler } from './index';
import { send } from './send';

/** The event as AWS documents it. */
const newEvent = () => structuredClone(documented) as unknown as CustomEmailSenderTriggerEvent;

jest.mock('./decrypt-code');
jest.mock('./send');

it('sends the decrypted code', async () => {
  jest.mocked(decryptCode).mockResolvedValue('123456');

  await handler(newEvent());

  expect(decryptCode).toHaveBeenCalledWith(documented.request.code);
  expect(send).toHaveBeenLastCalledWith({ to: 'ada@example.com', occasion: 'SignUp', code: '123456' });
});

it('sends a temporary password as the person types it', async () => {
  jest.mocked(decryptCode).mockResolvedValue('a&lt;b&amp;c1');

  await handler({ ...newEvent(), triggerSource: 'CustomEmailSender_AdminCreateUser' } as CustomEmailSenderTriggerEvent);

  expect(send).toHaveBeenLastCalledWith({ to: 'ada@example.com', occasion: 'AdminCreateUser', code: 'a<b&c1' });
});
