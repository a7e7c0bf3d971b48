import { useEffect, useState } from 'preact/hooks';
import { type Credentials } from '../../aws/credentials';
import { type Permission, type PermissionsAnswer, type PlaygroundData, type Route } from '../../contract';
import { askPermissions } from '../../server/client';
import { Method } from '../../ui/badges';
import { Failure } from '../../ui/notice';
import { Panel } from '../../ui/panel';
import { useTask } from '../../ui/use-task';
import { addressOf } from '../../view';
import { CheckForm } from './check-form';

/** What the credentials may do, after a reload too. */
export function PermissionsPanel({ data, credentials }: { data: PlaygroundData; credentials: Credentials }) {
  const [answer, setAnswer] = useState<PermissionsAnswer>();
  const task = useTask();
  const { accessKeyId } = credentials;
  useEffect(() => task.run(async () => setAnswer(await askPermissions({ accessKeyId }))), [accessKeyId, data.revision]);
  return (
    <Panel title="What they may do">
      <Failure error={task.error} />
      {answer && (
        <>
          <p class="soft">
            By role <code>{answer.role}</code>. What no line allows is denied.
          </p>
          <ul class="permissions">
            {answer.statements.map((statement, index) => (
              <Statement key={index} statement={statement} />
            ))}
          </ul>
          {answer.limits.length > 0 && (
            <ul class="plain soft">
              {answer.limits.map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          )}
          <h3>Routes they may call</h3>
          <RouteList
            routes={data.apis.flatMap(({ routes }) => routes).filter(({ key }) => answer.routes.includes(key))}
          />
          <h3>Check one action</h3>
          <CheckForm accessKeyId={accessKeyId} />
        </>
      )}
    </Panel>
  );
}

const Statement = ({
  statement: { actions, conditions, effect, policy, resources, words },
}: {
  statement: Permission;
}) => (
  <li>
    <span class={`effect ${effect.toLowerCase()}`}>{effect}</span>
    <div>
      <p>{words}</p>
      {conditions.length > 0 && <p class="soft">Where {conditions.join(' and ')}</p>}
      <details>
        <summary>In {policy}</summary>
        <p>
          <code>{actions.join(', ')}</code> on <code>{resources.join(', ')}</code>
        </p>
      </details>
    </div>
  </li>
);

function RouteList({ routes }: { routes: readonly Route[] }) {
  if (routes.length === 0) return <p class="soft">None.</p>;
  return (
    <ul class="plain">
      {routes.map(({ key, method, path }) => (
        <li key={key}>
          <Method method={method} />{' '}
          <a href={addressOf({ page: 'call', part: key })}>
            <code>{path}</code>
          </a>
        </li>
      ))}
    </ul>
  );
}
