import { type Principal, type Route } from '../../contract';
import { Method } from '../../ui/badges';
import { addressOf } from '../../view';

interface TableProps {
  readonly principals: readonly Principal[];
  readonly routes: readonly Route[];
  readonly own: ReadonlySet<string>;
}

/** Who may call what, as a table. */
export function TableView({ principals, routes, own }: TableProps) {
  return (
    <table class="wide-table">
      <caption class="unseen">Routes, and who may call each</caption>
      <thead>
        <tr>
          <th scope="col">Route</th>
          <th scope="col">Who may call it</th>
          <th scope="col">Here that is</th>
        </tr>
      </thead>
      <tbody>
        {routes.map((route) => (
          <tr key={route.key}>
            <th scope="row" data-label="Route">
              <Method method={route.method} />{' '}
              <a href={addressOf({ page: 'call', part: route.key })}>
                <code>{route.path}</code>
              </a>
            </th>
            <td data-label="Who may call it">
              {route.who}
              {route.by !== undefined && <span class="soft">, {route.by}</span>}
              {route.note !== undefined && <p class="soft">{route.note}</p>}
            </td>
            <td data-label="Here that is">{namesOf(route, principals, own)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function namesOf({ principals: ids }: Route, principals: readonly Principal[], own: ReadonlySet<string>) {
  const found = principals.filter(({ id }) => ids.includes(id));
  if (found.length === 0) return <span class="soft">no one</span>;
  return (
    <ul class="plain">
      {found.map(({ detail, id, name }) => (
        <li key={id}>
          {name} {detail !== undefined && <span class="soft">{detail}</span>}{' '}
          {own.has(id) && <span class="you">you</span>}
        </li>
      ))}
    </ul>
  );
}
