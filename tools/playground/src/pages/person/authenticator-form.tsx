import { useState } from 'preact/hooks';
import { otpauthUrl, totp } from '../../cognito/totp';
import { Copy } from '../../ui/copy';
import { Field } from '../../ui/field';
import { Failure } from '../../ui/notice';
import { useTask } from '../../ui/use-task';

interface AuthenticatorFormProps {
  readonly secret: string;
  readonly username: string;
  readonly issuer: string;
  /** Shows the code to Cognito. */
  readonly onCode: (code: string) => Promise<void>;
}

/** A new secret for an authenticator app, and the first code of it. */
export function AuthenticatorForm({ secret, username, issuer, onCode }: AuthenticatorFormProps) {
  const [code, setCode] = useState('');
  const task = useTask();
  const url = otpauthUrl(secret, username, issuer);
  const submit = (event: Event) => {
    event.preventDefault();
    task.run(() => onCode(code));
  };
  return (
    <form class="stack" onSubmit={submit}>
      <dl class="facts">
        <dt>Secret</dt>
        <dd>
          <code>{secret}</code> <Copy text={secret} what="the secret" />
        </dd>
        <dt>Link for an app</dt>
        <dd>
          <a href={url}>otpauth://totp/…</a> <Copy text={url} what="the link" />
        </dd>
      </dl>
      <Field label="First code" value={code} onValue={setCode} autocomplete="one-time-code" inputMode="numeric">
        <button type="button" class="small" onClick={() => void totp(secret).then(setCode)}>
          Use the code of now
        </button>
      </Field>
      <div class="row">
        <button type="submit" class="main" disabled={task.busy}>
          Turn it on
        </button>
      </div>
      <Failure error={task.error} />
    </form>
  );
}
