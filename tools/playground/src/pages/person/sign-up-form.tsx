import { useState } from 'preact/hooks';
import { callCognito } from '../../cognito/call';
import { type Client, type PlaygroundData, type UserPool } from '../../contract';
import { password, username } from '../../session/sign-in-steps';
import { Field } from '../../ui/field';
import { Failure } from '../../ui/notice';
import { useTask } from '../../ui/use-task';
import { PasswordField, UserNameField } from './account-fields';

interface SignUpProps {
  readonly data: PlaygroundData;
  readonly pool: UserPool;
  readonly client: Client;
  /** True: the account needs a code before it counts. */
  readonly onDone: (confirmed: boolean) => void;
}

export function SignUpForm({ data, pool, client, onDone }: SignUpProps) {
  const [attributes, setAttributes] = useState<Record<string, string>>({});
  const task = useTask();
  // A user name that is an address is that attribute.
  const asked = pool.requiredAttributes.filter((name) => !pool.usernameAttributes.includes(name));
  const submit = (event: Event) => {
    event.preventDefault();
    task.run(async () => {
      const input = {
        ...{ ClientId: client.id, Username: username.value, Password: password.value },
        UserAttributes: attributesOf(pool, username.value, attributes),
      };
      const answer = await callCognito<{ UserConfirmed?: boolean }>(data.cognitoEndpoint, 'SignUp', input);
      onDone(answer.UserConfirmed === true);
    });
  };
  return (
    <form class="stack" onSubmit={submit}>
      {!pool.selfSignUp && (
        <p class="help">This pool lets administrators alone make accounts, so Cognito will refuse.</p>
      )}
      <UserNameField label={labelOf(pool)} />
      <PasswordField autocomplete="new-password" help={pool.passwordPolicy} />
      {asked.map((name) => (
        <Field
          key={name}
          label={name}
          value={attributes[name] ?? ''}
          onValue={(text) => setAttributes((before) => ({ ...before, [name]: text }))}
        />
      ))}
      <div class="row">
        <button type="submit" class="main" disabled={task.busy}>
          Sign up
        </button>
      </div>
      <Failure error={task.error} />
    </form>
  );
}

const labelOf = ({ usernameAttributes }: UserPool): string =>
  usernameAttributes.length === 0
    ? 'User name'
    : usernameAttributes.map((name) => (name === 'email' ? 'E-mail address' : 'Phone number, +44…')).join(' or ');

function attributesOf(pool: UserPool, name: string, typed: Readonly<Record<string, string>>) {
  const byName = pool.usernameAttributes.find((attribute) => (attribute === 'email') === name.includes('@'));
  const all = { ...typed, ...(byName !== undefined && { [byName]: name }) };
  return Object.entries(all).map(([Name, Value]) => ({ Name, Value }));
}
