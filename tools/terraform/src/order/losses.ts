import { type Change, type PlanJson, type ResourceChange } from '../plan-json';
import { stringsIn } from './strings-in';

/** A resource that a plan deletes or replaces, and the output through which other stacks know it. */
export interface Loss {
  readonly address: string;
  readonly replaced: boolean;
  readonly output: string;
  /** What the output says now and will not say any more; may be secret. */
  readonly values: readonly string[];
}

/** What a plan takes away from other stacks. They know a resource by outputs alone, so one without is not theirs. */
export function lossesOf({ resource_changes = [], output_changes = {} }: PlanJson): Loss[] {
  const managed = resource_changes.filter(({ mode }) => mode === 'managed');
  const deleted = managed.filter(({ change }) => change.actions.includes('delete'));
  if (deleted.length === 0) return [];
  const staying = new Set(managed.filter((each) => !deleted.includes(each)).flatMap(identityOf));
  const gone = Object.entries(output_changes).map(([output, change]) => ({
    output,
    values: goneFrom(change).filter((value) => !staying.has(value)),
  }));
  return deleted.flatMap((resource) =>
    gone
      .map(({ output, values }) => ({ output, values: values.filter((value) => comesFrom(value, resource)) }))
      .filter(({ values }) => values.length > 0)
      .map((loss) => ({
        address: resource.address,
        replaced: resource.change.actions.includes('create'),
        ...loss,
      })),
  );
}

/** Strings in an output that are not in it any more afterwards. */
function goneFrom({ actions, before, after }: Change): string[] {
  if (!actions.some((action) => action === 'delete' || action === 'update')) return [];
  const kept = new Set(stringsIn(after));
  return stringsIn(before).filter((value) => !kept.has(value));
}

function comesFrom(value: string, { change }: ResourceChange): boolean {
  if (stringsIn(change.before).includes(value)) return true;
  return identityOf({ change: { ...change, after: change.before } }).some((identity) => value.includes(identity));
}

function identityOf({ change }: Pick<ResourceChange, 'change'>): string[] {
  const { id, arn } = (change.after ?? {}) as { id?: unknown; arn?: unknown };
  return [id, arn].filter((each) => typeof each === 'string' && each !== '') as string[];
}
