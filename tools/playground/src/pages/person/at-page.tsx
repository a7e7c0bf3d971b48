import { type Client, type PageData, type UserPool } from '../../contract';
import { beginAtPage } from '../../cognito/sign-in-page';
import { Failure } from '../../ui/notice';
import { useTask } from '../../ui/use-task';

interface AtPageProps {
  readonly pool: UserPool;
  readonly client: Client;
  readonly page: PageData;
}

/** Sign-in by the pool's own page, which sends the browser back with a code. */
export function AtPage({ pool, client, page }: AtPageProps) {
  const task = useTask();
  const begin = () =>
    task.run(async () => {
      const { id: clientId, scopes } = client;
      const { id: poolId, signInUrl } = pool;
      location.assign(await beginAtPage({ clientId, poolId, redirectUri: page.callbackUrl, scopes, signInUrl }));
    });
  return (
    <div class="stack">
      <p class="help">
        The page of the pool signs you in and sends you back with a code, which this page exchanges (PKCE).
        {pool.identityProviders.length > 0 && ` It offers ${pool.identityProviders.join(', ')} too.`}
      </p>
      <p class="help">
        The access token gets the scopes <code>{client.scopes.join(' ')}</code>.
      </p>
      <div class="row">
        <button type="button" class="main" onClick={begin} disabled={task.busy}>
          Open the sign-in page
        </button>
      </div>
      <Failure error={task.error} />
    </div>
  );
}
