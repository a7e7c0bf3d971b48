import { graphlib, layout } from '@dagrejs/dagre';
import { isRisky } from '../../build/verdict';
import type { ChangeReview, EnvironmentReview } from '../../model/review';
import { count } from '../../text/count';
import { shorten } from '../../text/shorten';
import { visible } from '../../text/visible';
import { actionWords, SYMBOLS } from '../../text/words';
import { anchor } from './anchor';
import { text } from './escape';

/** More than that is no picture any more. */
const MOST_NODES = 60;

/** What changes and what follows from it, one picture for each environment. */
export function graphSection(environments: readonly EnvironmentReview[]): string {
  const figures = environments.flatMap((environment) => figureOf(environment) ?? []);
  if (figures.length === 0) return '';
  return `<section aria-labelledby="graph">\n<h2 id="graph">How the changes depend on each other</h2>\n${figures.join('\n')}\n</section>`;
}

interface Node {
  readonly id: string;
  readonly change: ChangeReview;
}

function figureOf({ name, stacks }: EnvironmentReview): string | undefined {
  const nodes = stacks.flatMap((stack) =>
    stack.changes.map((change): Node => ({ id: anchor(name, stack.name, change), change })),
  );
  const edges = edgesOf(nodes);
  const linked = new Set(edges.flatMap(({ from, to }) => [from.id, to.id]));
  if (linked.size === 0) return undefined;
  const wanted = nodes.filter(({ id, change }) => linked.has(id) || isRisky(change)).sort(riskyFirst);
  const drawn = new Set(wanted.slice(0, MOST_NODES));
  const svg = draw(
    [...drawn],
    edges.filter(({ from, to }) => drawn.has(from) && drawn.has(to)),
  );
  const left = nodes.length - drawn.size;
  const caption = [
    ...(name === undefined ? [] : [text(name)]),
    'Arrows point from a resource to what uses it; red arrows force the change',
    ...(left > 0 ? [`${count(left, 'other change')} not drawn, see the lists below`] : []),
  ];
  return `<figure><div class="wide">${svg}</div><figcaption>${caption.join('. ')}.</figcaption></figure>`;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Edge {
  readonly from: Node;
  readonly to: Node;
  readonly forced: boolean;
}

function edgesOf(nodes: readonly Node[]): Edge[] {
  const byPlace = new Map<string, Node>();
  const byAddress = new Map<string, Node>();
  for (const node of nodes) {
    byPlace.set(`${node.change.stack ?? ''}\n${node.change.address}`, node);
    byAddress.set(node.change.address, node);
  }
  return nodes.flatMap((to) =>
    (to.change.uses ?? []).flatMap((address) => {
      const from = byPlace.get(`${to.change.stack ?? ''}\n${address}`) ?? byAddress.get(address);
      // What comes back from something that follows (the domain of a pool, in the pool) is no arrow.
      const isEcho = from?.change.causedBy === to.change.address;
      return from && from !== to && !isEcho ? [{ from, to, forced: to.change.causedBy === address }] : [];
    }),
  );
}

const riskyFirst = (a: Node, b: Node): number => Number(isRisky(b.change)) - Number(isRisky(a.change));

function draw(nodes: readonly Node[], edges: readonly Edge[]): string {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 80, marginx: 4, marginy: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, change } of nodes) {
    const longest = Math.max(nameOf(change).length * 7.4, change.type.length * 6.5);
    graph.setNode(id, { width: Math.round(longest) + 28, height: 42 });
  }
  for (const { from, to } of edges) graph.setEdge(from.id, to.id);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const routes = edges.map(({ from, to, forced }) => {
    const [start, end] = [graph.node(from.id), graph.node(to.id)];
    const between: Point[] = graph.edge(from.id, to.id).points.slice(1, -1);
    // From side to side, as the picture is read.
    const out = { x: start.x + start.width / 2, y: start.y };
    return { forced, points: [out, ...between, { x: end.x - end.width / 2, y: end.y }] };
  });
  // Lines may go around the boxes at the edge.
  const heights = routes.flatMap(({ points }) => points.map(({ y }) => y));
  const top = Math.floor(Math.min(0, ...heights) - 4);
  const bottom = Math.ceil(Math.max(height, ...heights) + 4);
  const lines = routes.map(
    ({ forced, points }) => `<path class="${forced ? 'cause' : 'use'}" d="${curve(points)}" marker-end="url(#tip)"/>`,
  );
  const boxes = nodes.map(({ id, change }) => box(id, change, graph.node(id)));
  return `<svg role="group" aria-label="Changes and what uses them" width="${Math.ceil(width)}" height="${bottom - top}" viewBox="0 ${top} ${Math.ceil(width)} ${bottom - top}">
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
${lines.join('\n')}
${boxes.join('\n')}
</svg>`;
}

function box(
  id: string,
  change: ChangeReview,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): string {
  const left = Math.round(x - width / 2);
  const top = Math.round(y - height / 2);
  return `<a href="#${id}" class="${change.action} ${change.severity ?? ''}"><title>${text(`${change.address}: ${actionWords(change)}`)}</title><rect x="${left}" y="${top}" width="${Math.round(width)}" height="${height}" rx="6"/><text class="type" x="${left + 12}" y="${top + 16}">${text(change.type)}</text><text x="${left + 12}" y="${top + 32}">${text(nameOf(change))}</text></a>`;
}

/** Symbol and name; the type stands above. */
function nameOf({ action, address, type }: ChangeReview): string {
  const name = address.includes(`${type}.`) ? address.replace(`${type}.`, '') : address;
  return `${SYMBOLS[action]} ${shorten(visible(name), 40)}`;
}

/** Round corners: every point bends the line between the middles beside it, so that it never leaves their hull. */
function curve(points: readonly Point[]): string {
  let path = '';
  points.forEach(({ x, y }, index) => {
    const next = points[index + 1];
    const at = `${Math.round(x)} ${Math.round(y)}`;
    if (index === 0) path += `M${at}`;
    else if (!next) path += ` L${at}`;
    else path += ` Q${at} ${Math.round((x + next.x) / 2)} ${Math.round((y + next.y) / 2)}`;
  });
  return path;
}
