import { useState } from 'preact/hooks';
import { callCognito } from '../../cognito/call';
import { type Client, type PlaygroundData, type UserPool } from '../../contract';
import { username } from '../../session/sign-in-steps';
import { Field } from '../../ui/field';
import { Failure } from '../../ui/notice';
import { useTask } from '../../ui/use-task';
import { UserNameField } from './account-fields';
import { SentCodeButton } from './sent-code';

interface ConfirmProps {
  readonly data: PlaygroundData;
  readonly pool: UserPool;
  readonly client: Client;
  readonly onDone: () => void;
}

/** The code that came after a sign-up. */
export function ConfirmForm({ data, pool, client, onDone }: ConfirmProps) {
  const [code, setCode] = useState('');
  const task = useTask();
  const input = { ClientId: client.id, Username: username.value };
  const submit = (event: Event) => {
    event.preventDefault();
    task.run(async () => {
      await callCognito(data.cognitoEndpoint, 'ConfirmSignUp', { ...input, ConfirmationCode: code });
      onDone();
    });
  };
  const again = () =>
    task.run(async () => {
      await callCognito(data.cognitoEndpoint, 'ResendConfirmationCode', input);
    });
  return (
    <form class="stack" onSubmit={submit}>
      <p class="help">
        Cognito sends a code to the person who signed up. Here no mail leaves the machine, and the page has the code.
      </p>
      <UserNameField />
      <Field label="Code" value={code} onValue={setCode} autocomplete="one-time-code" inputMode="numeric" />
      <SentCodeButton poolId={pool.id} username={username.value} onCode={setCode} />
      <div class="row">
        <button type="submit" class="main" disabled={task.busy}>
          Confirm
        </button>
        <button type="button" class="quiet" onClick={again} disabled={task.busy || username.value === ''}>
          Send another code
        </button>
      </div>
      <Failure error={task.error} />
    </form>
  );
}
