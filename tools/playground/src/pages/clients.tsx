import { type PlaygroundData } from '../contract';
import { CodeBlock } from '../ui/code-block';
import { Panel } from '../ui/panel';
import { Copy } from '../ui/copy';

/** What an application of this environment needs, to copy. */
export function ClientsPage({ data }: { data: PlaygroundData }) {
  return (
    <>
      {data.snippets.map(({ code, title }) => (
        <Panel key={title} title={title}>
          <CodeBlock label={title} text={code} />
        </Panel>
      ))}
      {data.snippets.length === 0 && (
        <Panel title="No client">
          <p>No user pool has a client that people sign in with.</p>
        </Panel>
      )}
      <Panel title="Ids and addresses">
        <dl class="facts">
          {factsOf(data).map(([name, value]) => (
            <div key={`${name} ${value}`}>
              <dt>{name}</dt>
              <dd>
                <code>{value}</code> <Copy text={value} what={name} />
              </dd>
            </div>
          ))}
        </dl>
      </Panel>
    </>
  );
}

function factsOf({ apis, cognitoEndpoint, environment, identityPools, userPools }: PlaygroundData) {
  const facts: (readonly [name: string, value: string])[] = [
    ['Region', environment.region],
    ...apis.flatMap(({ name, stages }) =>
      stages.map((stage) => [`API ${name}, stage ${stage.name}`, stage.url] as const),
    ),
    ...userPools.flatMap((pool) => [
      [`User pool ${pool.name}`, pool.id] as const,
      [`Issuer of ${pool.name}`, pool.issuer] as const,
      [`Sign-in page of ${pool.name}`, pool.signInUrl] as const,
      ...pool.clients.map(({ id, name }) => [`Client ${name}`, id] as const),
      ...pool.machineClients.map(({ id, name }) => [`Machine client ${name}`, id] as const),
    ]),
    ...identityPools.map(({ id, name }) => [`Identity pool ${name}`, id] as const),
    ['Cognito', cognitoEndpoint],
  ];
  return facts;
}
