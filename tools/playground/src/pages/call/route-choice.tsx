import { useId } from 'preact/hooks';
import { type PlaygroundData, type Route } from '../../contract';
import { show } from '../../view';

/** Which route, and who may call it. */
export function RouteChoice({ data, route }: { data: PlaygroundData; route: Route }) {
  const id = useId();
  return (
    <>
      <div class="field">
        <label for={id}>Route</label>
        <select
          id={id}
          value={route.key}
          onChange={({ currentTarget }) => show({ page: 'call', part: currentTarget.value })}
        >
          {data.apis.map((api) => (
            <optgroup key={api.id} label={api.name}>
              {api.routes.map(({ key, method, path }) => (
                <option key={key} value={key}>
                  {method} {path}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <p class="who-may">
        <span class="soft">Who may call it:</span> {route.who}
        {route.by !== undefined && <span class="soft">, {route.by}</span>}
      </p>
      {route.note !== undefined && <p class="help">{route.note}</p>}
    </>
  );
}
