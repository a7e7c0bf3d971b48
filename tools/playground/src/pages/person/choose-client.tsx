import { signal } from '@preact/signals';
import { type Client, type PlaygroundData, type UserPool } from '../../contract';
import { Select } from '../../ui/field';

const poolId = signal('');
const clientId = signal('');

/** The pool and the client that are chosen; clients with a secret are no choice of a page. */
export function chosenClient(data: PlaygroundData): { readonly pool: UserPool; readonly client: Client } | undefined {
  const pool = data.userPools.find(({ id }) => id === poolId.value) ?? data.userPools.find(able) ?? data.userPools[0];
  const client =
    pool?.clients.find(({ id }) => id === clientId.value) ?? pool?.clients.find(({ hasSecret }) => !hasSecret);
  return pool && client && { pool, client };
}

const able = ({ clients }: UserPool): boolean => clients.some(({ hasSecret }) => !hasSecret);

export function ChooseClient({ data, pool, client }: { data: PlaygroundData; pool: UserPool; client: Client }) {
  return (
    <div class="tools">
      {data.userPools.length > 1 && (
        <Select
          label="User pool"
          value={pool.id}
          options={data.userPools.map((each) => ({ value: each.id, label: each.name, disabled: !able(each) }))}
          onValue={(id) => (poolId.value = id)}
        />
      )}
      {pool.clients.length > 1 && (
        <Select
          label="Client"
          value={client.id}
          options={pool.clients.map(({ hasSecret, id, name }) => ({
            value: id,
            label: hasSecret ? `${name} (has a secret, so not by a page)` : name,
            disabled: hasSecret,
          }))}
          onValue={(id) => (clientId.value = id)}
        />
      )}
    </div>
  );
}
