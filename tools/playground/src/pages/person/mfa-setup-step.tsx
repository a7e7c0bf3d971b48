import { useState } from 'preact/hooks';
import { callCognito } from '../../cognito/call';
import { answerChallenge, type Challenge } from '../../cognito/sign-in';
import { type Client, type PlaygroundData, type UserPool } from '../../contract';
import { keepAuthenticatorSecret } from '../../session/authenticators';
import { signInPlace } from '../../session/place';
import { type Session } from '../../session/session';
import { takeStep } from '../../session/sign-in-steps';
import { Failure } from '../../ui/notice';
import { useTask } from '../../ui/use-task';
import { AuthenticatorForm } from './authenticator-form';

interface MfaSetupProps {
  readonly data: PlaygroundData;
  readonly pool: UserPool;
  readonly client: Client;
  readonly challenge: Challenge;
  readonly way: Session['way'];
}

/** The pool wants a second factor, and the person has none yet. */
export function MfaSetupStep({ data, pool, client, challenge, way }: MfaSetupProps) {
  const { cognitoEndpoint } = data;
  const [setup, setSetup] = useState<{ SecretCode: string; Session: string }>();
  const task = useTask();
  const begin = () =>
    task.run(async () =>
      setSetup(await callCognito(cognitoEndpoint, 'AssociateSoftwareToken', { Session: challenge.session })),
    );
  if (setup === undefined) {
    return (
      <div class="stack">
        <h3>A second factor is needed</h3>
        <p class="help">The user pool asks everyone for one. Set up an authenticator app; this page can play it.</p>
        <div class="row">
          <button type="button" class="main" onClick={begin} disabled={task.busy}>
            Set up an authenticator
          </button>
        </div>
        <Failure error={task.error} />
      </div>
    );
  }
  const verify = async (UserCode: string) => {
    const input = { Session: setup.Session, UserCode };
    const { Session } = await callCognito<{ Session: string }>(cognitoEndpoint, 'VerifySoftwareToken', input);
    keepAuthenticatorSecret(pool.id, challenge.username, setup.SecretCode);
    const place = signInPlace(data, pool, client);
    takeStep(await answerChallenge(place, { ...challenge, session: Session }, {}), pool, client, way);
  };
  return (
    <AuthenticatorForm secret={setup.SecretCode} username={challenge.username} issuer={pool.name} onCode={verify} />
  );
}
