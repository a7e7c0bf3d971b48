import { changedOutside } from './changed-outside';
import { type Change, type PlanJson, type ResourceChange } from './plan-json';

/**
 * What a plan does, a line for each resource and output: addresses and names of attributes, never a value, because
 * values may be secret. Drift is shown when it contributes to a change, as Terraform does it.
 */
export function describePlan(plan: PlanJson): string[] {
  return [
    ...driftOf(plan).map(
      ({ address, change }) => `! ${address} was ${isDeletion(change) ? 'deleted' : 'changed'} outside of Terraform`,
    ),
    ...(plan.resource_changes ?? []).flatMap(describeResource),
    ...Object.entries(plan.output_changes ?? {}).flatMap(([name, { actions }]) =>
      isNoOp(actions) ? [] : [`${symbol(actions)} output ${name}`],
    ),
  ];
}

/** Outputs that other stacks would read differently after this plan. */
export const changedOutputs = (plan: PlanJson): string[] =>
  Object.entries(plan.output_changes ?? {}).flatMap(([name, { actions }]) => (isNoOp(actions) ? [] : [name]));

function driftOf(plan: PlanJson): ResourceChange[] {
  const addresses = new Set(plan.relevant_attributes?.map(({ resource }) => resource));
  return changedOutside(plan).filter(({ address }) => addresses.has(address));
}

function describeResource({ address, previous_address: previous, mode, change }: ResourceChange): string[] {
  const moved = previous !== undefined && previous !== address ? ` (moved from ${previous})` : '';
  const imported = change.importing ? ' (imported)' : '';
  if (mode === 'data' || (isNoOp(change.actions) && !moved && !imported)) return [];
  const attributes = change.actions.includes('update') ? ` (${changedAttributes(change).join(', ')})` : '';
  return [`${symbol(change.actions)} ${address}${attributes}${moved}${imported}`];
}

/** Names of the attributes at the top that differ. */
export function changedAttributes({ before, after, after_unknown: unknown }: Change): string[] {
  const [old, next, later] = [valuesOf(before), valuesOf(after), valuesOf(unknown)];
  return Object.keys({ ...old, ...next, ...later })
    .filter((name) => later[name] === true || JSON.stringify(old[name]) !== JSON.stringify(next[name]))
    .sort();
}

export const valuesOf = (value: unknown) => (value ?? {}) as Readonly<Record<string, unknown>>;

export const isDeletion = ({ actions }: Change): boolean => actions.includes('delete');

const isNoOp = (actions: Change['actions']): boolean => actions.join() === 'no-op' || actions.join() === 'read';

// Terraform's own signs.
function symbol(actions: Change['actions']): string {
  const signs: Record<string, string> = {
    create: '+',
    update: '~',
    delete: '-',
    forget: '.',
    'delete,create': '-/+',
    'create,delete': '+/-',
  };
  return signs[actions.join()] ?? '=';
}
