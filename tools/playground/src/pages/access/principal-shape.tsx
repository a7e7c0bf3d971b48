import { type PlacedPrincipal } from '../../picture/layout';
import { LINE, PAD } from '../../picture/measures';

interface PrincipalShapeProps {
  readonly placed: PlacedPrincipal;
  /** True: the signed-in person is this one. */
  readonly own: boolean;
  readonly chosen: boolean;
  readonly dim: boolean;
  readonly onChoose: () => void;
  readonly onPoint: (on: boolean) => void;
}

/** A principal: pointed at or chosen, only what it may call stays bright. */
export function PrincipalShape({ placed, own, chosen, dim, onChoose, onPoint }: PrincipalShapeProps) {
  const { calls, detail, height, name, principal, width, x, y } = placed;
  const baseline = y + PAD + LINE - 5;
  const words = [principal.name, principal.detail, own ? 'you' : undefined, callsOf(calls)].filter(Boolean).join(', ');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onChoose();
  };
  return (
    <g
      class={`principal ${principal.kind}${dim ? ' dim' : ''}${own ? ' own' : ''}${calls === 0 ? ' idle' : ''}`}
      role="button"
      tabindex={0}
      aria-pressed={chosen}
      aria-label={words}
      onClick={onChoose}
      onKeyDown={onKeyDown}
      onPointerEnter={({ pointerType }) => pointerType === 'mouse' && onPoint(true)}
      onPointerLeave={() => onPoint(false)}
    >
      <rect class="box" x={x} y={y} width={width} height={height} rx="7" />
      <rect class="stripe" x={x} y={y + 7} width="3" height={height - 14} />
      {name.map((line, index) => (
        <text key={index} class="name" x={x + PAD + 3} y={baseline + index * LINE}>
          {line}
        </text>
      ))}
      {detail.map((line, index) => (
        <text key={index} class="detail" x={x + PAD + 3} y={baseline + (name.length + index) * LINE}>
          {line}
        </text>
      ))}
      {own && <circle class="you" cx={x + width} cy={y} r="6" />}
    </g>
  );
}

const callsOf = (count: number): string =>
  count === 0 ? 'calls none of these' : count === 1 ? 'may call 1 route' : `may call ${count} routes`;
