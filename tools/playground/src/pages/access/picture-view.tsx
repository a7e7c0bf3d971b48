import { useEffect, useRef, useState } from 'preact/hooks';
import { type Principal, type Route } from '../../contract';
import { type Edge, layout } from '../../picture/layout';
import { GroupShape } from './group-shape';
import { PrincipalShape } from './principal-shape';

interface PictureProps {
  readonly principals: readonly Principal[];
  readonly routes: readonly Route[];
  /** Ids of the principals that the signed-in person is. */
  readonly own: ReadonlySet<string>;
  /** For a name of the whole. */
  readonly api: string;
}

/** Who may call what, as a picture that is as wide as its frame. */
export function PictureView({ principals, routes, own, api }: PictureProps) {
  const [frame, width] = useWidth();
  const [chosen, setChosen] = useState<string>();
  const [pointed, setPointed] = useState<string>();
  const picture = layout(principals, routes, width);
  const shown = pointed ?? chosen;
  const lit = (id: string) => shown === undefined || shown === id;
  return (
    <div ref={frame} class="picture-frame">
      <svg
        class={shown === undefined ? 'picture' : 'picture one'}
        width={picture.width}
        height={picture.height}
        viewBox={`0 0 ${picture.width} ${picture.height}`}
        role="group"
        aria-label={`Who may call the routes of ${api}`}
      >
        <Edges edges={picture.edges} principals={principals} lit={lit} />
        {picture.principals.map((placed) => (
          <PrincipalShape
            key={placed.principal.id}
            placed={placed}
            own={own.has(placed.principal.id)}
            chosen={chosen === placed.principal.id}
            dim={!lit(placed.principal.id)}
            onChoose={() => setChosen(chosen === placed.principal.id ? undefined : placed.principal.id)}
            onPoint={(on) => setPointed(on ? placed.principal.id : undefined)}
          />
        ))}
        {picture.groups.map((group) => (
          <GroupShape key={group.y} group={group} dim={!(shown === undefined || group.principals.includes(shown))} />
        ))}
      </svg>
    </div>
  );
}

interface EdgesProps {
  readonly edges: readonly Edge[];
  readonly principals: readonly Principal[];
  readonly lit: (principal: string) => boolean;
}

/** The table says the same in words. */
function Edges({ edges, principals, lit }: EdgesProps) {
  const kinds = new Map(principals.map(({ id, kind }) => [id, kind]));
  return (
    <g aria-hidden="true">
      {edges.map(({ group, path, principal }) => (
        <path
          key={`${principal} ${group}`}
          d={path}
          class={`edge ${kinds.get(principal)} ${lit(principal) ? 'lit' : 'dim'}`}
        />
      ))}
    </g>
  );
}

function useWidth() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(900);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => setWidth(Math.max(260, Math.floor(element.clientWidth)));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return [frame, width] as const;
}
