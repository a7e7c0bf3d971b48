import { isUnknown, type PlannedChange } from '@gatehouse/surface';
import { isChange } from '../digest/is-change';

/** How the changes of one environment hang together; places are `stack`, line break, `address`. */
export interface Relations {
  /** The change that this one is only a consequence of: a client of a pool that is replaced. */
  readonly causeOf: ReadonlyMap<PlannedChange, PlannedChange>;
  /** Other changes that it refers to. */
  readonly usesOf: ReadonlyMap<PlannedChange, readonly PlannedChange[]>;
}

export function relate(changes: readonly PlannedChange[]): Relations {
  const index = new Index(changes);
  const usesOf = new Map<PlannedChange, readonly PlannedChange[]>();
  const parents = new Map<PlannedChange, PlannedChange>();
  for (const change of changes) {
    if (!isChange(change)) continue;
    const uses = index.usedBy(change);
    if (!uses) continue;
    usesOf.set(change, [...new Set([...uses.values()].flat())]);
    const parent = parentOf(change, uses);
    if (parent) parents.set(change, parent);
  }
  const causeOf = new Map<PlannedChange, PlannedChange>();
  for (const change of parents.keys()) {
    const cause = root(change, parents);
    if (cause) causeOf.set(change, cause);
  }
  return { causeOf, usesOf };
}

type Add = (name: string, other: PlannedChange | undefined) => void;

/** A shorter id, such as a name, says nothing about which resource it is of. */
const SHORTEST_IDENTITY = 8;

/** Changes by what other resources know them by. */
class Index {
  private readonly byIdentity = new Map<string, PlannedChange>();
  private readonly byAddress = new Map<string, PlannedChange>();
  /** Without instance keys: the first one stands for all, of which there may be a great many. */
  private readonly byReference = new Map<string, PlannedChange>();

  constructor(changes: readonly PlannedChange[]) {
    for (const change of changes) {
      if (!isChange(change) || change.deposed !== undefined) continue;
      for (const name of ['id', 'arn', 'invoke_arn'] as const) {
        const value = change.before?.[name];
        if (typeof value === 'string' && value.length >= SHORTEST_IDENTITY) this.byIdentity.set(value, change);
      }
      this.byAddress.set(change.address, change);
      const plain = withoutKeys(change.address);
      if (!this.byReference.has(plain)) this.byReference.set(plain, change);
    }
  }

  /** By argument: what its value, before or after, belongs to. */
  usedBy(change: PlannedChange): ReadonlyMap<string, readonly PlannedChange[]> | undefined {
    let found: Map<string, Set<PlannedChange>> | undefined;
    const add = (name: string, other: PlannedChange | undefined) => {
      if (!other || other === change) return;
      found ??= new Map();
      const known = found.get(name);
      if (known) known.add(other);
      else found.set(name, new Set([other]));
    };
    const { before, after } = change;
    for (const name in before) this.look(name, before[name], add);
    // What stays was looked at already.
    for (const name in after) if (after[name] !== before?.[name]) this.look(name, after[name], add);
    return found && new Map([...found].map(([name, others]) => [name, [...others]]));
  }

  private look(name: string, value: unknown, add: Add): void {
    // Its own identity is nobody else's.
    if (name === 'id' || name === 'arn') return;
    if (typeof value === 'string') add(name, this.identified(value));
    else if (Array.isArray(value)) for (const item of value) this.look(name, item, add);
    else if (isUnknown(value)) for (const reference of value.references ?? []) add(name, this.referenced(reference));
  }

  private identified(value: string): PlannedChange | undefined {
    return value.length < SHORTEST_IDENTITY ? undefined : this.byIdentity.get(value);
  }

  /** `aws_x.y.arn`, `module.m.aws_x.y["k"].id`: the change at the longest address that it begins with. */
  private referenced(reference: string): PlannedChange | undefined {
    return longest(reference, this.byAddress) ?? longest(withoutKeys(reference), this.byReference);
  }
}

function longest(reference: string, changes: ReadonlyMap<string, PlannedChange>): PlannedChange | undefined {
  for (let name = reference; name.includes('.'); name = name.slice(0, name.lastIndexOf('.'))) {
    const found = changes.get(name);
    if (found) return found;
  }
  return undefined;
}

/** What forces a change from outside: everything that differs is the identity of something that is made anew or goes. */
function parentOf(
  change: PlannedChange,
  uses: ReadonlyMap<string, readonly PlannedChange[]>,
): PlannedChange | undefined {
  const { action } = change;
  const anew = (name: string) => uses.get(name)?.find((other) => goes(other));
  if (action === 'delete') return [...uses.keys()].map(anew).find((other) => other?.action === 'delete');
  // The body of the API has it from now on.
  if (action === 'forget') return uses.get('rest_api_id')?.find((api) => api.changed.includes('body'));
  if (action !== 'replace' && action !== 'update') return undefined;
  const forced = change.replacePaths.map((path) => path.split('.')[0] ?? '');
  const parents = (action === 'replace' ? forced : ownChanges(change)).map(anew);
  return parents.every((parent) => parent !== undefined) ? parents[0] : undefined;
}

/** What the provider computes anew in every update has no reference. */
const ownChanges = ({ changed, after }: PlannedChange): readonly string[] =>
  changed.filter((name) => {
    const value = after?.[name];
    return !isUnknown(value) || value.sensitive || value.references !== undefined;
  });

const goes = ({ action }: PlannedChange): boolean =>
  action === 'replace' || action === 'replace-and-forget' || action === 'delete';

/** The last one up the line; a cycle has none. */
function root(change: PlannedChange, parents: ReadonlyMap<PlannedChange, PlannedChange>): PlannedChange | undefined {
  const seen = new Set([change]);
  let cause: PlannedChange | undefined;
  for (let next = parents.get(change); next; next = parents.get(next)) {
    if (seen.has(next)) return undefined;
    seen.add(next);
    cause = next;
  }
  return cause;
}

/** Configuration knows no instances: references go to `aws_x.y`, changes are at `aws_x.y["k"]`. */
const withoutKeys = (address: string): string =>
  address.includes('[') ? address.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, '') : address;
