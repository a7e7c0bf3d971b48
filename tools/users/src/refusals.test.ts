import { NotAuthorizedException } from '@aws-sdk/client-cognito-identity-provider';
import { UserError } from '@gatehouse/cli-kit';
import { tellRefusals } from './refusals';

const refused = new NotAuthorizedException({ message: 'may not list users', $metadata: {} });
const tell = (error: Error) =>
  tellRefusals('eu-west-1_A, as exporter', 'Deploy the stack.', () => Promise.reject(error));

it('are messages, with what to do', async () => {
  const error: unknown = await tell(refused).catch((reason: unknown) => reason);

  expect(error).toBeInstanceOf(UserError);
  expect((error as Error).message).toBe(
    'eu-west-1_A, as exporter: AWS refused it (NotAuthorizedException: may not list users). Deploy the stack.',
  );
});

it('are other than bugs', async () => {
  await expect(tell(new TypeError('x is not a function'))).rejects.toThrow(TypeError);
});
