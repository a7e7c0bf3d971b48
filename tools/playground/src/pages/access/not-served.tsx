import { type NotServed } from '../../contract';
import { Panel } from '../../ui/panel';

/** What is deployed and cannot be called here. */
export function NotServedPanel({ apis }: { apis: readonly NotServed[] }) {
  return (
    <Panel title="Deployed, not served here">
      {apis.map(({ kind, name, routes, why }) => (
        <div key={`${kind} ${name}`} class="stack">
          <h3>
            {kind} {name}
          </h3>
          <p class="soft">{why}</p>
          <ul class="plain">
            {routes.map(({ title, who }) => (
              <li key={title}>
                <code>{title}</code> <span class="soft">{who}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Panel>
  );
}
