/** Anything with a verb and a path template; the gateway's routes are such. */
export interface Routable {
  /** Upper case verb or `ANY`. */
  readonly method: string;
  /** e.g. `/reports/{id}` */
  readonly path: string;
}

export interface Match<R> {
  readonly route: R;
  /** Not decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
}

export type Router<R> = (method: string, path: string) => Match<R> | undefined;

/**
 * Finds the method for a request as API Gateway does: static before `{x}` before `{proxy+}` from left to right, exact verb
 * before `ANY`, and a resource without the verb is passed over for a less specific one that has it.
 */
export function createRouter<R extends Routable>(routes: readonly R[]): Router<R> {
  const root = newNode<R>();
  for (const route of routes) add(root, route);
  return (method, path) => {
    const segments = toSegments(path);
    const values: string[] = [];
    const found = find(root, segments, 0, method, values);
    if (!found) return undefined;
    const pathParameters: Record<string, string> = {};
    found.names.forEach((name, index) => (pathParameters[name] = values[index] as string));
    return { route: found.route, pathParameters };
  };
}

interface Node<R> {
  readonly statics: Map<string, Node<R>>;
  parameter?: Node<R>;
  greedy?: Node<R>;
  readonly methods: Map<string, { readonly route: R; readonly names: readonly string[] }>;
}

const newNode = <R>(): Node<R> => ({ statics: new Map(), methods: new Map() });

/** A trailing slash is ignored; slashes inside are kept as empty segments. */
const toSegments = (path: string): string[] => {
  const trimmed = path.replace(/\/+$/, '').slice(1);
  return trimmed === '' ? [] : trimmed.split('/');
};

function add<R extends Routable>(root: Node<R>, route: R): void {
  const names: string[] = [];
  let node = root;
  for (const segment of toSegments(route.path)) {
    const variable = /^\{([^}+]+)(\+?)\}$/.exec(segment);
    if (!variable) {
      let next = node.statics.get(segment);
      if (!next) node.statics.set(segment, (next = newNode()));
      node = next;
      continue;
    }
    names.push(variable[1] as string);
    node = variable[2] ? (node.greedy ??= newNode()) : (node.parameter ??= newNode());
  }
  node.methods.set(route.method, { route, names });
}

function find<R>(node: Node<R>, segments: readonly string[], at: number, method: string, values: string[]) {
  if (at === segments.length) return node.methods.get(method) ?? node.methods.get('ANY');
  const segment = segments[at] as string;
  const depth = values.length;
  const fixed = node.statics.get(segment);
  let found: { readonly route: R; readonly names: readonly string[] } | undefined;
  if (fixed) found = find(fixed, segments, at + 1, method, values);
  if (!found && node.parameter && segment !== '') {
    values.length = depth;
    values.push(segment);
    found = find(node.parameter, segments, at + 1, method, values);
  }
  if (!found && node.greedy) {
    values.length = depth;
    values.push(segments.slice(at).join('/'));
    found = node.greedy.methods.get(method) ?? node.greedy.methods.get('ANY');
  }
  if (!found) values.length = depth;
  return found;
}
