import { signInByPassword, signInBySrp } from '../../cognito/sign-in';
import { type PlaygroundData } from '../../contract';
import { signInPlace } from '../../session/place';
import { takeStep } from '../../session/sign-in-steps';
import { Failure } from '../../ui/notice';
import { useTask } from '../../ui/use-task';
import { addressOf } from '../../view';
import { chosenClient } from '../person/choose-client';

/** Signs in a person who is there from the start, without leaving the request. */
export function QuickSignIn({ data }: { data: PlaygroundData }) {
  const task = useTask();
  const chosen = chosenClient(data);
  const [person] = chosen?.pool.people ?? [];
  const { password, srp } = chosen?.client.flows ?? { password: false, srp: false };
  const other = (
    <>
      More to show once you <a href={addressOf({ page: 'person' })}>sign in</a>.
    </>
  );
  if (chosen === undefined || person === undefined || !(password || srp)) return <p class="help">{other}</p>;
  const { client, pool } = chosen;
  const signIn = () =>
    task.run(async () => {
      const start = srp ? signInBySrp : signInByPassword;
      const step = await start(signInPlace(data, pool, client), person.username, person.password);
      takeStep(step, pool, client, srp ? 'SRP' : 'password');
      if ('challenge' in step) location.hash = addressOf({ page: 'person' });
    });
  return (
    <div class="stack">
      <p class="help">{other}</p>
      <div class="row">
        <button type="button" class="small" onClick={signIn} disabled={task.busy}>
          Sign in as {person.username}
        </button>
      </div>
      <Failure error={task.error} />
    </div>
  );
}
