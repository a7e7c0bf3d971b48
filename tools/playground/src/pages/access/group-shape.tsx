import { type PlacedGroup, type PlacedRoute } from '../../picture/layout';
import { LINE, PAD } from '../../picture/measures';
import { addressOf } from '../../view';

/** Routes that the same callers may call; each leads to where it is called. */
export function GroupShape({ group, dim }: { group: PlacedGroup; dim: boolean }) {
  const { height, principals, routes, title, width, x, y } = group;
  const open = principals.includes('anyone');
  return (
    <g class={`group${dim ? ' dim' : ''}${open ? ' open' : ''}`}>
      <rect class="box" x={x} y={y} width={width} height={height} rx="7" />
      {title.map((line, index) => (
        <text key={index} class="title" x={x + PAD} y={y + PAD + LINE - 5 + index * LINE}>
          {line}
        </text>
      ))}
      {routes.map((placed) => (
        <RouteShape key={placed.route.key} placed={placed} />
      ))}
    </g>
  );
}

function RouteShape({ placed }: { placed: PlacedRoute }) {
  const { height, path, pathAt, route, width, x, y } = placed;
  return (
    <a
      class="route"
      href={addressOf({ page: 'call', part: route.key })}
      aria-label={`${route.method} ${route.path}: ${route.who}. Call it`}
    >
      <title>{`${route.method} ${route.path}`}</title>
      <rect class="hit" x={x - 5} y={y + 1} width={width} height={height - 2} rx="4" />
      <text class={`verb ${route.method.toLowerCase()}`} x={x} y={y + 18}>
        {route.method}
      </text>
      <text class="path" x={x + pathAt.x} y={y + pathAt.y}>
        {path}
      </text>
    </a>
  );
}
