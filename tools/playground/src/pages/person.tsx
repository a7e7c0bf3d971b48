import { signal } from '@preact/signals';
import { type Client, type PlaygroundData, type UserPool } from '../contract';
import { placeOfSession } from '../session/place';
import { session } from '../session/session';
import { Panel } from '../ui/panel';
import { Segments } from '../ui/segments';
import { addressOf, focusNextStep } from '../view';
import { ChooseClient, chosenClient } from './person/choose-client';
import { ConfirmForm } from './person/confirm-form';
import { SecondFactor } from './person/second-factor';
import { SignedIn } from './person/signed-in';
import { SignInForm } from './person/sign-in-form';
import { SignUpForm } from './person/sign-up-form';

type Task = 'sign in' | 'sign up' | 'confirm';

const task = signal<Task>('sign in');
const done = signal<string | undefined>(undefined);

/** Who you are: sign up, confirm, sign in, a second factor. */
export function PersonPage({ data }: { data: PlaygroundData }) {
  const person = session.value;
  const place = person && placeOfSession(data, person);
  if (person && place) {
    return (
      <>
        <SignedIn data={data} person={person} {...place} />
        <SecondFactor data={data} person={person} pool={place.pool} />
      </>
    );
  }
  const chosen = chosenClient(data);
  if (chosen === undefined) {
    return (
      <Panel title="No one can sign in here">
        <p>No user pool has a client without a secret. Add one in libs/stacks, and it appears here.</p>
      </Panel>
    );
  }
  return (
    <Panel title="Your account" class="narrow" aside={<Tasks />}>
      <ChooseClient data={data} {...chosen} />
      <p role="status" class="done">
        {done.value}
      </p>
      <TaskForm data={data} {...chosen} />
      <p class="help">
        Without an account you are a guest: <a href={addressOf({ page: 'credentials' })}>AWS credentials of a guest</a>,
        where an identity pool gives them.
      </p>
    </Panel>
  );
}

const Tasks = () => (
  <Segments
    label="What to do"
    value={task.value}
    options={[
      { value: 'sign in', label: 'Sign in' },
      { value: 'sign up', label: 'Sign up' },
      { value: 'confirm', label: 'Confirm' },
    ]}
    onValue={(value) => go(value)}
  />
);

function TaskForm(props: { data: PlaygroundData; pool: UserPool; client: Client }) {
  switch (task.value) {
    case 'sign up':
      return (
        <SignUpForm
          {...props}
          onDone={(confirmed) => go(confirmed ? 'sign in' : 'confirm', `Signed up.${confirmed ? ' Now sign in.' : ''}`)}
        />
      );
    case 'confirm':
      return <ConfirmForm {...props} onDone={() => go('sign in', 'Confirmed. Now sign in.')} />;
    default:
      return <SignInForm {...props} />;
  }
}

function go(next: Task, note?: string): void {
  if (note !== undefined) focusNextStep();
  task.value = next;
  done.value = note;
}
