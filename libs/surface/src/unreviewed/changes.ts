import type { PlannedChange } from '../changes/planned-change';
import type { Comparison } from '../difference/comparison';
import { HOLDERS } from '../resource-policies/holders';
import type { Catalog } from '../terraform/catalog';
import { ownAccounts } from '../terraform/own-accounts';
import type { Resource } from '../terraform/resource';
import { placeOf } from '../model/located';

/** A change of a type that no table has. */
export interface Unreviewed {
  readonly change: PlannedChange;
  /** What it becomes. */
  readonly resource: Resource | undefined;
  /** Its account, where the plan says it. */
  readonly own: string | undefined;
  readonly catalog: Catalog;
}

/** Types whose policies have a reader of their own. */
export const READ: ReadonlySet<string> = new Set(
  HOLDERS.flatMap(({ policies, statements = {}, owners, inline }) => [
    ...Object.keys(policies),
    ...Object.keys(statements),
    ...(inline === undefined ? [] : owners),
  ]),
);

/** What is created or changed of types that no table has, and what blocked public access and is deleted. */
export function unreviewedChanges(comparison: Comparison): readonly Unreviewed[] {
  const { changes, verdicts, resources } = comparison;
  const open = changes.filter(
    ({ type, action, deposed }) =>
      (MADE.has(action) || (action === 'delete' && BLOCK.test(type))) &&
      deposed === undefined &&
      verdicts.of(type)?.isUnlisted !== false,
  );
  if (open.length === 0) return [];
  const catalog = resources.after;
  const accounts = ownAccounts(catalog);
  const byType = new Map<string, ReadonlyMap<string, Resource>>();
  return open.map((change) => {
    const known = byType.get(change.type) ?? new Map(catalog.managed(change.type).map((each) => [placeOf(each), each]));
    byType.set(change.type, known);
    const resource = known.get(placeOf(change));
    return { change, resource, own: resource && accounts.of(resource), catalog };
  });
}

/** What keeps a whole account from sharing with everyone; gone, nothing does. */
export const BLOCK = /^aws_\w+_block_public_access$/;

const MADE: ReadonlySet<string> = new Set(['create', 'update', 'replace', 'replace-and-forget']);
