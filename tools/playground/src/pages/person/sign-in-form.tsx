import { signal } from '@preact/signals';
import { type Client, type Person, type PlaygroundData, type UserPool } from '../../contract';
import { signInByPassword, signInBySrp } from '../../cognito/sign-in';
import { signInPlace } from '../../session/place';
import { challenge, password, takeStep, username } from '../../session/sign-in-steps';
import { Failure } from '../../ui/notice';
import { Segments } from '../../ui/segments';
import { useTask } from '../../ui/use-task';
import { ChallengeStep } from './challenge-step';
import { PasswordField, UserNameField } from './account-fields';
import { AtPage } from './at-page';

export type Way = 'password' | 'SRP' | 'page';

const way = signal<Way | undefined>(undefined);

interface SignInProps {
  readonly data: PlaygroundData;
  readonly pool: UserPool;
  readonly client: Client;
}

export function SignInForm(props: SignInProps) {
  const { client, pool } = props;
  const ways = waysOf(client);
  const chosen =
    ways.find(({ disabled, value }) => !disabled && value === way.value) ?? ways.find(({ disabled }) => !disabled);
  if (challenge.value) return <ChallengeStep {...props} {...challenge.value} />;
  return (
    <>
      <Segments label="How" value={chosen?.value ?? 'page'} options={ways} onValue={(value) => (way.value = value)} />
      {chosen === undefined && (
        <p>Client {client.name} has no flow that this page can use: password, SRP, or a sign-in page.</p>
      )}
      {chosen?.value === 'page' && <AtPage pool={pool} client={client} page={props.data.page} />}
      {(chosen?.value === 'password' || chosen?.value === 'SRP') && <PasswordForm {...props} way={chosen.value} />}
      {client.noSignInPage !== undefined && <p class="help">{client.noSignInPage}</p>}
    </>
  );
}

const waysOf = ({ flows }: Client): readonly { value: Way; label: string; disabled: boolean }[] => [
  { value: 'SRP', label: 'SRP', disabled: !flows.srp },
  { value: 'password', label: 'Password', disabled: !flows.password },
  { value: 'page', label: 'Sign-in page', disabled: !flows.signInPage },
];

function PasswordForm({ data, pool, client, way: by }: SignInProps & { way: 'password' | 'SRP' }) {
  const task = useTask();
  const submit = (event: Event) => {
    event.preventDefault();
    task.run(async () => {
      const start = by === 'SRP' ? signInBySrp : signInByPassword;
      takeStep(await start(signInPlace(data, pool, client), username.value, password.value), pool, client, by);
    });
  };
  return (
    <form class="stack" onSubmit={submit}>
      <p class="help">
        {by === 'SRP'
          ? 'The password does not leave this page (USER_SRP_AUTH).'
          : 'The password is sent (USER_PASSWORD_AUTH).'}
      </p>
      <UserNameField />
      <PasswordField autocomplete="current-password" />
      <div class="row">
        <button type="submit" class="main" disabled={task.busy}>
          Sign in
        </button>
        {pool.people.slice(0, 3).map((person) => (
          <button key={person.username} type="button" class="quiet" onClick={() => fill(person)}>
            Fill in {person.username}
          </button>
        ))}
      </div>
      <Failure error={task.error} />
    </form>
  );
}

function fill(person: Person): void {
  username.value = person.username;
  password.value = person.password;
}
