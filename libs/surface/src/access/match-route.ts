/** What is routed by verb and path. */
export interface Routable {
  /** Upper case verb or `ANY`. */
  readonly method: string;
  /** e.g. `/reports/{id}`; of an HTTP API also `$default`. */
  readonly path: string;
}

/** The route that answers a request, and the values of its path. */
export interface RouteMatch<R> {
  readonly route: R;
  /** Not decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** Finds the route that answers a verb and a path. */
export type RouteMatcher<R> = (method: string, path: string) => RouteMatch<R> | undefined;

/**
 * Finds the route that answers a request, as API Gateway does. `ANY` as the method asks for what answers verbs that no route
 * names. A trailing slash is ignored.
 *
 * REST: segment by segment from the left a literal before `{x}` before `{x+}`; on one path the verb before `ANY`. A path
 * without the verb is passed over for a less specific one that has it.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html
 *
 * HTTP: a full match before one with a greedy variable before `$default`; then the verb before `ANY`; then as above. AWS
 * documents the first and that literals come before variables; the rest is as observed.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export function routeMatcher<R extends Routable>(routes: readonly R[], precedence: 'REST' | 'HTTP'): RouteMatcher<R> {
  const root = newNode<R>();
  for (const route of routes) if (route.path !== DEFAULT) add(root, route);
  const fallback = routes.find(({ path }) => path === DEFAULT);
  const choose = precedence === 'REST' ? byPath : byTier;
  return (method, path) => {
    const found = choose(candidates(root, segmentsOf(path), 0, []), method);
    if (found) return found;
    return fallback && { route: fallback, pathParameters: {} };
  };
}

const DEFAULT = '$default';

/** Slashes inside are kept, as empty segments. */
export function segmentsOf(path: string): readonly string[] {
  const trimmed = path.replace(/\/+$/, '').slice(1);
  return trimmed === '' ? [] : trimmed.split('/');
}

interface Node<R> {
  readonly literals: Map<string, Node<R>>;
  variable?: Node<R>;
  greedy?: Node<R>;
  /** By verb, with the names of the variables on the way. */
  readonly routes: Map<string, { readonly route: R; readonly names: readonly string[] }>;
}

const newNode = <R>(): Node<R> => ({ literals: new Map(), routes: new Map() });

function add<R extends Routable>(root: Node<R>, route: R): void {
  const names: string[] = [];
  let node = root;
  for (const segment of segmentsOf(route.path)) {
    const [, name, plus] = /^\{([^}+]+)(\+?)\}$/.exec(segment) ?? [];
    if (name === undefined) {
      const next: Node<R> = node.literals.get(segment) ?? newNode();
      node.literals.set(segment, next);
      node = next;
    } else {
      names.push(name);
      node = plus ? (node.greedy ??= newNode()) : (node.variable ??= newNode());
    }
  }
  node.routes.set(route.method, { route, names });
}

interface Candidate<R> {
  readonly node: Node<R>;
  /** Of the variables. */
  readonly values: readonly string[];
  readonly greedy: boolean;
}

/** The paths of the table that match, the most specific first. A variable takes at least one character. */
function* candidates<R>(
  node: Node<R>,
  segments: readonly string[],
  at: number,
  values: readonly string[],
): Generator<Candidate<R>> {
  const segment = segments[at];
  if (segment === undefined) {
    yield { node, values, greedy: false };
    return;
  }
  const literal = node.literals.get(segment);
  if (literal) yield* candidates(literal, segments, at + 1, values);
  if (node.variable && segment !== '') yield* candidates(node.variable, segments, at + 1, [...values, segment]);
  if (node.greedy) yield { node: node.greedy, values: [...values, segments.slice(at).join('/')], greedy: true };
}

function byPath<R>(found: Iterable<Candidate<R>>, method: string): RouteMatch<R> | undefined {
  for (const candidate of found) {
    const match = matchOf(candidate, method) ?? matchOf(candidate, 'ANY');
    if (match) return match;
  }
  return undefined;
}

function byTier<R>(found: Iterable<Candidate<R>>, method: string): RouteMatch<R> | undefined {
  const all = [...found];
  for (const greedy of [false, true]) {
    const tier = all.filter((candidate) => candidate.greedy === greedy);
    for (const verb of [method, 'ANY']) {
      for (const candidate of tier) {
        const match = matchOf(candidate, verb);
        if (match) return match;
      }
    }
  }
  return undefined;
}

function matchOf<R>({ node, values }: Candidate<R>, method: string): RouteMatch<R> | undefined {
  const found = node.routes.get(method);
  if (!found) return undefined;
  const pathParameters = Object.fromEntries(found.names.map((name, index) => [name, values[index] ?? '']));
  return { route: found.route, pathParameters };
}
