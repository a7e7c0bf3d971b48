import { startEmulator } from '@gatehouse/local-tools/emulator';
import { findTerraform } from '@gatehouse/terraform';
import { type EnvironmentPlans } from '@gatehouse/plan-review';
import { type Change, type SourceEdit, type TerraformEdit } from '../change';
import { EnvironmentLab } from './environment-lab';
import { judge, type Judged } from './judge';
import { TerraformLab } from './terraform-lab';

export interface RunOptions {
  /** Changes of each kind that are planned at the same time; Terraform takes a core each. @default 1 */
  readonly copies?: number;
  readonly onJudged?: (judged: Judged) => void;
}

/**
 * Carries changes out, each on what is deployed: edit, synthesis, plan, review.
 *
 * @returns in the order of the changes
 */
export async function runChanges(
  changes: readonly Change[],
  { copies = 1, onJudged = () => undefined }: RunOptions = {},
): Promise<Judged[]> {
  const binary = await findTerraform();
  const emulator = await startEmulator();
  const labs: { remove: () => void }[] = [];
  const judged = new Map<Change, Judged>();
  const open = async <Lab extends { another: () => Promise<Lab>; remove: () => void }>(
    deploy: () => Promise<Lab>,
    amount: number,
  ): Promise<Lab[]> => {
    const opened: Lab[] = [];
    for (let each = 0; each < Math.min(copies, amount); each++) {
      const [first] = opened;
      const lab = first ? await first.another() : await deploy();
      labs.push(lab);
      opened.push(lab);
    }
    return opened;
  };
  const work = async (plan: (change: Change) => Promise<EnvironmentPlans>, queue: Change[]) => {
    for (let change = queue.shift(); change; change = queue.shift()) {
      const result = judge(change, await plan(change).catch((error: unknown) => named(change, error)));
      judged.set(change, result);
      onJudged(result);
    }
  };
  try {
    const [sources, alone, plain] = sorted(changes);
    const environments = await open(
      () => EnvironmentLab.deploy(binary, emulator),
      sources.length + alone.length,
    );
    const inSource = (lab: EnvironmentLab) => (change: Change) => lab.plan(change.edit as SourceEdit);
    await Promise.all(environments.map((lab) => work(inSource(lab), sources)));
    // What is done past Terraform is seen by every plan that is made meanwhile.
    for (const lab of environments.slice(0, 1)) await work(inSource(lab), alone);
    const edits = plain.map(({ edit }) => edit as TerraformEdit);
    const stacks = await open(() => TerraformLab.deploy(binary, emulator, edits), plain.length);
    await Promise.all(stacks.map((lab) => work((change) => lab.plan(change.edit as TerraformEdit), plain)));
  } finally {
    for (const lab of labs) lab.remove();
    await emulator.stop();
  }
  return changes.flatMap((change) => judged.get(change) ?? []);
}

/** Queues: edits of our sources, those that need the environment for themselves, and plain Terraform. */
function sorted(changes: readonly Change[]): [Change[], Change[], Change[]] {
  const isAlone = ({ edit }: Change) => edit.kind === 'source' && edit.outside !== undefined;
  return [
    changes.filter((change) => change.edit.kind === 'source' && !isAlone(change)),
    changes.filter(isAlone),
    changes.filter(({ edit }) => edit.kind === 'terraform'),
  ];
}

function named({ id }: Change, error: unknown): never {
  throw new Error(`${id}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
}
