import { startEmulator } from '@gatehouse/local-tools/emulator';
import { findTerraform } from '@gatehouse/terraform';
import { type EnvironmentPlans } from '@gatehouse/plan-review';
import { type Change, type TerraformEdit } from '../change';
import { EnvironmentLab } from './environment-lab';
import { evaluate, type Evaluated } from './evaluate';
import { TerraformLab } from './terraform-lab';

export interface RunOptions {
  /** Changes of each kind that are planned at the same time; Terraform takes a core each. @default 1 */
  readonly copies?: number;
  readonly onEvaluated?: (evaluated: Evaluated) => void;
}

/**
 * Carries changes out, each on what is deployed: edit, synthesis, plan, review.
 *
 * @returns in the order of the changes
 */
export async function runChanges(
  changes: readonly Change[],
  { copies = 1, onEvaluated = () => undefined }: RunOptions = {},
): Promise<Evaluated[]> {
  const binary = await findTerraform();
  const emulator = await startEmulator();
  const closing: Closing = [];
  const evaluated = new Map<Change, Evaluated>();
  const carryOut = async <Edit>(lab: Lab<Edit>, queue: Change[]) => {
    for (let change = queue.shift(); change; change = queue.shift()) {
      const result = evaluate(change, await planned(lab, change, queue));
      evaluated.set(change, result);
      onEvaluated(result);
    }
  };
  const sourceChanges = async ({ sources, alone }: Sorted) => {
    if (sources.length + alone.length === 0) return;
    const first = await EnvironmentLab.deploy(binary, emulator, closing);
    const others = Array.from({ length: Math.min(copies, sources.length) - 1 }, () => first.another());
    const labs = [first, ...(await Promise.all(others))];
    await all(labs.map((lab) => carryOut(lab, sources)));
    // What is done past Terraform is seen by every plan that is made meanwhile.
    await carryOut(first, alone);
  };
  const plainChanges = ({ plain }: Sorted) => {
    const work = async () => {
      for (let some = plain.splice(0, TOGETHER); some.length > 0; some = plain.splice(0, TOGETHER)) {
        const edits = some.map(({ edit }) => edit as TerraformEdit);
        const lab = await TerraformLab.deploy(binary, emulator, edits, closing);
        await carryOut(lab, some);
        lab.stop();
      }
    };
    return all(Array.from({ length: copies }, work));
  };
  try {
    await sourceChanges(sorted(changes));
    await plainChanges(sorted(changes));
  } finally {
    for (const close of closing) close();
    await emulator.stop();
  }
  return changes.flatMap((change) => evaluated.get(change) ?? []);
}

/** Changes of plain Terraform whose resources are one stack: each plan goes through all of it. */
const TOGETHER = 6;

type Sorted = ReturnType<typeof sorted>;

/** What ends whatever was begun, a failed start too. */
export type Closing = (() => void)[];

/** Something deployed, in which one edit at a time is planned. */
interface Lab<Edit> {
  plan: (edit: Edit) => Promise<EnvironmentPlans>;
}

function sorted(changes: readonly Change[]) {
  const isAlone = ({ edit }: Change) => edit.kind === 'source' && edit.outside !== undefined;
  return {
    sources: changes.filter((change) => change.edit.kind === 'source' && !isAlone(change)),
    alone: changes.filter(isAlone),
    plain: changes.filter(({ edit }) => edit.kind === 'terraform'),
  };
}

/** Plans one; when that fails, nothing that waits is begun. */
async function planned<Edit>(lab: Lab<Edit>, change: Change, waiting: Change[]): Promise<EnvironmentPlans> {
  try {
    return await lab.plan(change.edit as Edit);
  } catch (error) {
    waiting.length = 0;
    throw new Error(`${change.id}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** Waits for all, and only then fails: what is still at work must not lose the ground under it. */
async function all(works: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
}
