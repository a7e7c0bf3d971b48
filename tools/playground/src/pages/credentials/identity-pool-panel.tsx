import { signal } from '@preact/signals';
import { type Credentials, getCredentials } from '../../aws/credentials';
import { type IdentityPool, type PlaygroundData } from '../../contract';
import { personOf, session } from '../../session/session';
import { Failure } from '../../ui/notice';
import { Panel } from '../../ui/panel';
import { type Task, useTask } from '../../ui/use-task';
import { addressOf } from '../../view';

/** The credentials that were asked for last. */
export const got = signal<{ readonly credentials: Credentials; readonly of: string } | undefined>(undefined);

interface PoolProps {
  readonly data: PlaygroundData;
  readonly pool: IdentityPool;
}

/** Whom an identity pool gives credentials. */
export function IdentityPoolPanel({ data, pool }: PoolProps) {
  const task = useTask();
  return (
    <Panel title={`Identity pool ${pool.name}`}>
      <dl class="facts">
        <dt>Guests</dt>
        <dd>{pool.guests ? <RoleName name={pool.guestRole} /> : 'get no credentials'}</dd>
        <dt>Signed-in people</dt>
        <dd>
          <RoleName name={pool.signedInRole} />
          {pool.roleMappings && ', or the role that rules or the token choose'}
        </dd>
      </dl>
      <GetButtons data={data} pool={pool} task={task} />
      <Failure error={task.error} />
    </Panel>
  );
}

function GetButtons({ data, pool, task }: PoolProps & { task: Task }) {
  const person = session.value;
  const provider = data.userPools.find(({ id }) => id === person?.poolId)?.provider ?? '';
  const taken = pool.providers.some((each) => each.provider === provider && each.clientId === person?.clientId);
  const get = (of: string, logins: Record<string, string>) =>
    task.run(async () => {
      const { cognitoEndpoint: endpoint, environment } = data;
      const place = { endpoint, region: environment.region, identityPoolId: pool.id };
      got.value = { of, credentials: await getCredentials(place, logins) };
    });
  const asPerson = () => person && get(personOf(person), { [provider]: person.tokens.idToken });
  return (
    <>
      <div class="row">
        <button type="button" onClick={() => get('a guest', {})} disabled={task.busy}>
          Credentials of a guest
        </button>
        {person && taken && (
          <button type="button" onClick={asPerson} disabled={task.busy}>
            Credentials of {personOf(person)}
          </button>
        )}
      </div>
      {person === undefined && (
        <p class="help">
          For those of a person, <a href={addressOf({ page: 'person' })}>sign in</a>.
        </p>
      )}
      {person && !taken && <p class="help">It takes no tokens of the client that you signed in with.</p>}
    </>
  );
}

const RoleName = ({ name }: { name: string | undefined }) => (name === undefined ? <>no role</> : <code>{name}</code>);
