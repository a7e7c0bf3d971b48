import { type PlaygroundData } from '../contract';
import { Panel } from '../ui/panel';
import { CredentialsPanel } from './credentials/credentials-panel';
import { got, IdentityPoolPanel } from './credentials/identity-pool-panel';
import { PermissionsPanel } from './credentials/permissions-panel';

/** Temporary AWS credentials of an identity pool, and what they may do. */
export function CredentialsPage({ data }: { data: PlaygroundData }) {
  return (
    <>
      {data.identityPools.length === 0 && (
        <Panel title="No identity pool">
          <p>This environment gives no AWS credentials to browsers. Add an identity pool in libs/stacks.</p>
        </Panel>
      )}
      {data.identityPools.map((pool) => (
        <IdentityPoolPanel key={pool.id} data={data} pool={pool} />
      ))}
      {got.value && (
        <>
          <CredentialsPanel credentials={got.value.credentials} of={got.value.of} />
          <PermissionsPanel key={got.value.credentials.accessKeyId} data={data} credentials={got.value.credentials} />
        </>
      )}
    </>
  );
}
