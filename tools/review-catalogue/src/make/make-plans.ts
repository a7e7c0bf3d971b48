import { findTerraform } from '@gatehouse/terraform';
import { PLAIN_STACK, type Change, type Stacks } from '../change';
import { type Plans } from '../plans';
import { cutOut, isMergeable, merged } from './merged';
import { Workshop } from './workshop';

type OnPlans = (change: Change, plans: Plans) => void;
/** What one deployment serves. */
type Batch = (workshop: Workshop) => Promise<void>;

/**
 * Makes the plans of changes: real Terraform and the real AWS provider, against the emulator.
 *
 * @param workers how many are made at the same time; Terraform takes a core each
 */
export async function makePlans(changes: readonly Change[], onPlans: OnPlans, workers = 2): Promise<void> {
  const binary = await findTerraform();
  const planned = changes.filter(({ edit }) => edit.settings === undefined);
  const batches = batchesOf(planned, onPlans);
  const work = async () => {
    const workshop = await Workshop.open(binary);
    try {
      for (let batch = batches.shift(); batch; batch = batches.shift()) await batch(workshop);
    } finally {
      await workshop.close();
    }
  };
  const works = Array.from({ length: Math.min(workers, batches.length) }, work);
  const failed = (await Promise.allSettled(works)).find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Changes of the same deployment together, the most first; and what can be merged, in one plan. */
function batchesOf(changes: readonly Change[], onPlans: OnPlans): Batch[] {
  const groups = new Map<Stacks, Change[]>();
  for (const change of changes.filter((each) => !isMergeable(each)))
    groups.set(change.edit.before, [...(groups.get(change.edit.before) ?? []), change]);
  const batches = [...groups.values()]
    .sort((one, other) => other.length - one.length)
    .map(
      (group): Batch =>
        (workshop) =>
          workshop.plan(group, onPlans),
    );
  const mergeable = changes.filter(isMergeable);
  if (mergeable.length > 0) batches.splice(1, 0, (workshop) => planMerged(workshop, mergeable, onPlans));
  return batches;
}

const planMerged = (workshop: Workshop, changes: readonly Change[], onPlans: OnPlans): Promise<void> =>
  workshop.plan(
    [{ id: 'plain Terraform', title: 'All changes of plain Terraform', expected: [], edit: merged(changes) }],
    (_, { [PLAIN_STACK]: plan }) => {
      if (plan) for (const change of changes) onPlans(change, { [PLAIN_STACK]: cutOut(change, plan) });
    },
  );
