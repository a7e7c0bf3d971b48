import { type Client, type PlaygroundData, type UserPool } from '../../contract';
import { refreshTokens } from '../../cognito/tokens';
import { callCognito } from '../../cognito/call';
import { personOf, session, type Session } from '../../session/session';
import { decodeToken } from '../../tokens/decode';
import { Countdown } from '../../ui/countdown';
import { Failure } from '../../ui/notice';
import { Panel } from '../../ui/panel';
import { useTask } from '../../ui/use-task';
import { addressOf, focusNextStep } from '../../view';

interface SignedInProps {
  readonly data: PlaygroundData;
  readonly pool: UserPool;
  readonly client: Client;
  readonly person: Session;
}

export function SignedIn({ data, pool, client, person }: SignedInProps) {
  const task = useTask();
  const { tokens } = person;
  const expires = Number(decodeToken(tokens.accessToken)?.claims['exp'] ?? 0);
  const everywhere = async () => {
    await callCognito(data.cognitoEndpoint, 'GlobalSignOut', { AccessToken: tokens.accessToken });
    signOut();
  };
  return (
    <Panel title={personOf(person)}>
      <dl class="facts">
        <dt>Signed in by</dt>
        <dd>{person.way}</dd>
        <dt>User pool</dt>
        <dd>
          {pool.name} <code class="soft">{pool.id}</code>
        </dd>
        <dt>Client</dt>
        <dd>
          {client.name} <code class="soft">{client.id}</code>
        </dd>
        <dt>Tokens</dt>
        <dd>
          <Countdown until={expires} /> · <a href={addressOf({ page: 'tokens' })}>look into them</a>
        </dd>
      </dl>
      <div class="row">
        <RefreshButton data={data} person={person} />
        <button type="button" onClick={signOut}>
          Sign out here
        </button>
        <button type="button" class="quiet" onClick={() => task.run(everywhere)} disabled={task.busy}>
          Sign out everywhere
        </button>
      </div>
      {person.way === 'sign-in page' && <AtPageStill pool={pool} client={client} data={data} />}
      <Failure error={task.error} />
    </Panel>
  );
}

function signOut(): void {
  session.value = undefined;
  focusNextStep();
}

/** The cookie of the sign-in page outlives the tokens of this one. */
function AtPageStill({ pool, client, data }: Omit<SignedInProps, 'person'>) {
  const query = new URLSearchParams({ client_id: client.id, logout_uri: data.page.callbackUrl });
  return (
    <p class="help">
      The sign-in page still knows you.{' '}
      {client.logoutUrls.includes(data.page.callbackUrl) && (
        <a href={`${pool.signInUrl}/logout?${query}`} onClick={() => (session.value = undefined)}>
          Sign out of it too
        </a>
      )}
    </p>
  );
}

export function RefreshButton({ data, person }: { data: PlaygroundData; person: Session }) {
  const task = useTask();
  const { refreshToken } = person.tokens;
  const refresh = async () => {
    const tokens = await refreshTokens(data.cognitoEndpoint, person.clientId, refreshToken ?? '');
    session.value = { ...person, tokens };
  };
  return (
    <>
      <button type="button" onClick={() => task.run(refresh)} disabled={task.busy || refreshToken === undefined}>
        Refresh the tokens
      </button>
      <Failure error={task.error} />
    </>
  );
}
