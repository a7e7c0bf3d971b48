import { type PlaygroundData } from '../contract';
import { personOf, session } from '../session/session';
import { decodeToken } from '../tokens/decode';
import { CodeBlock } from '../ui/code-block';
import { Countdown } from '../ui/countdown';
import { Panel } from '../ui/panel';
import { addressOf } from '../view';
import { ClaimsTable } from './tokens/claims-table';
import { RefreshButton } from './person/signed-in';

/** What is in the tokens of who is signed in. */
export function TokensPage({ data }: { data: PlaygroundData }) {
  const person = session.value;
  if (person === undefined) {
    return (
      <Panel title="No tokens yet">
        <p>
          <a href={addressOf({ page: 'person' })}>Sign in</a>, and the tokens are here, claim by claim.
        </p>
      </Panel>
    );
  }
  const { accessToken, idToken, refreshToken } = person.tokens;
  return (
    <>
      <div class="row between">
        <p class="soft">Tokens of {personOf(person)}, read and not verified: the gateway does that.</p>
        <RefreshButton data={data} person={person} />
      </div>
      {idToken !== '' && (
        <TokenPanel title="ID token" token={idToken} what="Who the person is. Routes without scopes take it." />
      )}
      <TokenPanel title="Access token" token={accessToken} what="What it opens. Routes that ask for a scope take it." />
      <Panel title="Refresh token">
        {refreshToken === undefined ? (
          <p class="soft">There is none.</p>
        ) : (
          <>
            <p class="soft">Encrypted: Cognito alone can read it. It gets new tokens, and no route takes it.</p>
            <CodeBlock label="Refresh token" text={refreshToken} />
          </>
        )}
      </Panel>
    </>
  );
}

function TokenPanel({ title, token, what }: { title: string; token: string; what: string }) {
  const decoded = decodeToken(token);
  const expires = Number(decoded?.claims['exp']);
  return (
    <Panel title={title} aside={Number.isFinite(expires) && <Countdown until={expires} />}>
      <p class="soft">{what}</p>
      {decoded === undefined ? <p>It is no JSON Web Token.</p> : <ClaimsTable title={title} claims={decoded.claims} />}
      <details>
        <summary>Header, and the token as it is sent</summary>
        {decoded && <CodeBlock label={`Header of the ${title}`} text={JSON.stringify(decoded.header, null, 2)} />}
        <CodeBlock label={title} text={token} />
      </details>
    </Panel>
  );
}
