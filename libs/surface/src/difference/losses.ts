import type { PlannedChange } from '../changes/planned-change';
import type { Comparison } from './comparison';
import { groupBy } from '../group-by';
import { movedBlock } from './moved-block';
import { nameOf } from './show';

/** An object that Terraform ends, or lets go of. */
export interface Loss {
  readonly change: PlannedChange;
  readonly how: 'deleted' | 'replaced' | 'forgotten';
  readonly name: string;
  /** Where the same thing is made anew: an address changed without a `moved` block. */
  readonly renamedTo?: string;
  /** What to do about it. */
  readonly remediation: string;
}

/** What is reported of a type: its name, and what it ends with. */
export interface Kind {
  readonly type: string;
  /** The argument that tells one from another. */
  readonly name: string;
  /** That argument may hold an address of a person, or any text: the Terraform address is shown. @default false */
  readonly isPrivate?: boolean;
  /** The argument that names what it belongs to; when that is lost, this is lost with it and not reported again. */
  readonly parent?: string;
}

/** Parents by the value that members name them with. */
const PARENT_TYPES: Readonly<Record<string, readonly string[]>> = {
  user_pool_id: ['aws_cognito_user_pool'],
  identity_pool_id: ['aws_cognito_identity_pool'],
  rest_api_id: ['aws_api_gateway_rest_api'],
  api_id: ['aws_apigatewayv2_api', 'aws_api_gateway_rest_api'],
};

export function lossesOf({ changesOf }: Comparison, ...kinds: readonly Kind[]): Loss[] {
  return kinds.flatMap((kind) => {
    const changes = changesOf(kind.type);
    const parents = (PARENT_TYPES[kind.parent ?? ''] ?? []).flatMap(changesOf);
    // Forgotten at one address and imported at another, in one plan: it stays, and stays looked after.
    const imported = new Set(changes.flatMap((each) => (each.imported ? [each.before?.['id']] : [])));
    const lost = new Set(parents.filter((change) => howOf(change)).map(({ before }) => before?.['id']));
    const gone = changes.filter(
      (change) =>
        howOf(change) !== undefined &&
        !(kind.parent && followsFrom(change, kind.parent, lost)) &&
        !(change.action === 'forget' && imported.has(change.before?.['id'])),
    );
    const successorOf = successors(changes, gone, kind);
    return gone.flatMap((change) => {
      const how = howOf(change);
      if (how === undefined) return [];
      const renamedTo = how === 'replaced' ? undefined : successorOf(change)?.address;
      const name = kind.isPrivate
        ? change.address
        : nameOf({ name: change.before?.[kind.name], address: change.address });
      const remediation = remediationFor(change, how, renamedTo);
      return [{ change, how, name, ...(renamedTo ? { renamedTo } : {}), remediation }];
    });
  });
}

function howOf({ action }: PlannedChange): Loss['how'] | undefined {
  if (action === 'delete') return 'deleted';
  if (action === 'replace') return 'replaced';
  return action === 'forget' || action === 'replace-and-forget' ? 'forgotten' : undefined;
}

/** Whether it is only lost because what it belongs to is. */
function followsFrom(change: PlannedChange, parent: string, lost: ReadonlySet<unknown>): boolean {
  if (change.action === 'replace' && change.replacePaths.some((path) => path !== parent)) return false;
  const id = change.before?.[parent];
  return typeof id === 'string' && lost.has(id);
}

/** Finds the creation of the same thing: at its address with another key, by name, or the only one of its type. */
function successors(
  changes: readonly PlannedChange[],
  gone: readonly PlannedChange[],
  { name }: Kind,
): (change: PlannedChange) => PlannedChange | undefined {
  const created = changes.filter(({ action }) => action === 'create');
  const byAddress = groupBy(created, addressKey);
  const byName = groupBy(created, (each) => nameKey(each, each.after?.[name]));
  const inStack = groupBy(created, ({ stack }) => stack);
  const goneInStack = groupBy(gone, ({ stack }) => stack);
  // Each new one can take the place of one; those at the beginning of a list are taken first.
  const taken = new Set<PlannedChange>();
  const starts = new Map<readonly PlannedChange[], number>();
  const firstFree = (list: readonly PlannedChange[]): PlannedChange | undefined => {
    let start = starts.get(list) ?? 0;
    for (let one = list[start]; one && taken.has(one); one = list[start]) start++;
    starts.set(list, start);
    return list[start];
  };
  return (change) => {
    const here = inStack.get(change.stack) ?? [];
    const only = here.length === 1 && goneInStack.get(change.stack)?.length === 1;
    const candidates = [
      byAddress.get(addressKey(change)),
      byName.get(nameKey(change, change.before?.[name])),
      only ? here : undefined,
    ];
    const found = candidates.flatMap((each) => (each && firstFree(each)) ?? [])[0];
    if (found) taken.add(found);
    return found;
  };
}

const addressKey = ({ stack, address }: PlannedChange): string =>
  `${stack ?? ''} ${address.replace(/\[[^\]]*\]$/, '')}`;

/** A name that is not known is like no other. */
const nameKey = ({ stack, address }: PlannedChange, name: unknown): string =>
  typeof name === 'string' ? `${stack ?? ''} ${name}` : address;

function remediationFor(change: PlannedChange, how: Loss['how'], renamedTo: string | undefined): string {
  if (change.deposed !== undefined) {
    return 'It is left over from an earlier replacement: make sure that nothing uses it before it is deleted.';
  }
  if (renamedTo !== undefined) {
    return `Add ${movedBlock(change.address, renamedTo)}; prevent_destroy does not help, because it is removed with its block.`;
  }
  if (how === 'replaced') {
    const because = change.replacePaths.length > 0 ? ` ${change.replacePaths.join(', ')}` : ' the change';
    return `Revert${because}, or create the new one beside it and move its users first.`;
  }
  return how === 'forgotten'
    ? 'Keep it in the configuration, or note who manages it from now on.'
    : 'Keep it, or check that nothing uses it before you apply.';
}
