import { totp } from '../../cognito/totp';
import { authenticatorSecret } from '../../session/authenticators';

/** Where this page set the authenticator up, it can play it too. */
export function AuthenticatorCode(props: { poolId: string; username: string; onCode: (code: string) => void }) {
  const { onCode, poolId, username } = props;
  const secret = authenticatorSecret(poolId, username);
  if (secret === undefined) return null;
  return (
    <div class="row">
      <button type="button" class="small" onClick={() => void totp(secret).then(onCode)}>
        Use the code of now
      </button>
      <span class="soft">This page set the authenticator up, so it knows the secret.</span>
    </div>
  );
}
