import { useState } from 'preact/hooks';
import { associateAuthenticator, preferAuthenticator, verifyAuthenticator } from '../../cognito/authenticator';
import { type PlaygroundData, type UserPool } from '../../contract';
import { keepAuthenticatorSecret } from '../../session/authenticators';
import { personOf, type Session, usernameOf } from '../../session/session';
import { Failure } from '../../ui/notice';
import { Panel } from '../../ui/panel';
import { useTask } from '../../ui/use-task';
import { focusNextStep } from '../../view';
import { AuthenticatorForm } from './authenticator-form';

interface SecondFactorProps {
  readonly data: PlaygroundData;
  readonly pool: UserPool;
  readonly person: Session;
}

/** An authenticator app for the person who is signed in. */
export function SecondFactor(props: SecondFactorProps) {
  const { mfa, mfaMethods } = props.pool;
  return (
    <Panel title="Second factor">
      {mfa === 'OFF' || !mfaMethods.includes('TOTP') ? (
        <p class="soft">
          The user pool takes no authenticator. Set identity.mfa in the environment file to "optional".
        </p>
      ) : (
        <Authenticator {...props} />
      )}
    </Panel>
  );
}

function Authenticator({ data: { cognitoEndpoint }, pool, person }: SecondFactorProps) {
  const { accessToken } = person.tokens;
  const [secret, setSecret] = useState<string>();
  const [done, setDone] = useState('');
  const task = useTask();
  const begin = async () => {
    setDone('');
    setSecret(await associateAuthenticator(cognitoEndpoint, accessToken));
    focusNextStep();
  };
  const verify = async (code: string) => {
    await verifyAuthenticator(cognitoEndpoint, accessToken, code);
    keepAuthenticatorSecret(pool.id, usernameOf(person), secret ?? '');
    setSecret(undefined);
    setDone('The next sign-in asks for a code of the authenticator.');
    focusNextStep();
  };
  const off = async () => {
    await preferAuthenticator(cognitoEndpoint, accessToken, false);
    setDone('No second factor is asked for.');
  };
  return (
    <>
      {secret === undefined ? (
        <div class="row">
          <button type="button" onClick={() => task.run(begin)} disabled={task.busy}>
            Set up an authenticator
          </button>
          <button type="button" class="quiet" onClick={() => task.run(off)} disabled={task.busy}>
            Turn it off
          </button>
        </div>
      ) : (
        <AuthenticatorForm secret={secret} username={personOf(person)} issuer={pool.name} onCode={verify} />
      )}
      <p role="status">{done}</p>
      <Failure error={task.error} />
    </>
  );
}
