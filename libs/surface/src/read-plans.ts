import { withTemplates } from './cloudformation/with-templates';
import type { PlanChanges } from './changes/planned-change';
import type { Surface, Unknown } from './model';
import type { KeptSchema } from './pool-schema/kept-schema';
import { readCode, type CodeOfStacks } from './code/read-code';
import { surfaceOf } from './read-surface';
import type { ReviewPolicy } from './review-policy';
import type { Stacks } from './terraform/format';
import type { ModuleCode } from './synth/module-code';
import type { SynthesizedStack } from './synth/resources';
import { Catalog } from './terraform/catalog';
import { readPlanFiles, type TerraformPlan } from './terraform/plan';
import { withWritten } from './terraform/with-written';
import { variablesOf } from './terraform/variables';
import { writtenIn } from './terraform/written';

/** Everything that plans say: who may call what before and after, and what Terraform will do. */
export interface ReadPlans {
  readonly before: Surface<Unknown>;
  readonly after: Surface<Unknown>;
  /** The resources and data sources of either side, for what is no part of a surface. */
  readonly resources: { readonly before: Catalog; readonly after: Catalog };
  /**
   * False: at least one plan failed, has targets, defers changes, or does something that is not known here. `after`
   * then shows what Terraform got to say; for the rest it repeats `before`.
   */
  readonly complete: boolean;
  /** One for each plan, in the order given. */
  readonly plans: readonly PlanChanges[];
  /** Stacks whose code was read beside their plans. Absent: none. */
  readonly codeOf?: ReadonlySet<string>;
  /** Not of the plans. Absent: nothing is to be kept, or it is not known. */
  readonly kept?: KeptSchema;
  /**
   * Not of the plans: what applies them deploys an API once more, when a route was removed from its resources.
   *
   * @default false
   */
  readonly deploysAgain?: boolean;
  /** Not of the plans: whom the team trusts, and its verdicts. @default - nobody, and none */
  readonly policy?: Partial<Pick<ReviewPolicy, 'trusted' | 'verdicts'>>;
}

/**
 * Reads plans from the parsed output of `terraform show -json <plan file>`: a list, or an object by stack name. What is
 * only known after apply is `Unknown` and says what it is made from; secrets are never copied. Objects that a failed
 * replacement left behind (`deposed`) are among the changes and in neither surface.
 *
 * @param synthesized `cdk.tf.json` by the same names: what arguments say that the plan does not know yet
 * @param code stacks that have no plan yet: read as if their code were one @default - none
 * @param written the same as `synthesized` of stacks that are written otherwise, with their modules and files
 * @throws UnreadableError a plan is of a newer major format, truncated, or something else
 */
export function readPlans(
  plans: Stacks<TerraformPlan>,
  synthesized: Readonly<Record<string, SynthesizedStack>> = {},
  code?: CodeOfStacks,
  written: Readonly<Record<string, ModuleCode>> = {},
): ReadPlans {
  // A new environment may have no plan at all.
  const planned = code && Object.keys(plans).length === 0 ? [] : readPlanFiles(plans);
  const sides = { before: planned.flatMap(({ before }) => before), after: planned.flatMap(({ after }) => after) };
  const { readings, unread } = code ? readCode(code, sides) : { readings: [], unread: [] };
  const each = [...planned, ...readings];
  const becomes = each.flatMap((plan) => plan.after);
  const was = each.flatMap((plan) => plan.before);
  const before = new Catalog(withTemplates(was));
  const after = new Catalog(withTemplates(withWritten(becomes, was, () => codeOfAll(plans, synthesized, written))));
  return {
    before: surfaceOf(before),
    after: surfaceOf(after, unread),
    resources: { before, after },
    complete: each.every(({ changes }) => isComplete(changes)),
    plans: each.map(({ changes }) => changes),
    codeOf: new Set([synthesized, written].flatMap(Object.keys)),
  };
}

/** Plans of no name are of no stack that anything else could be of. */
function codeOfAll(
  plans: Stacks<TerraformPlan>,
  synthesized: Readonly<Record<string, SynthesizedStack>>,
  written: Readonly<Record<string, ModuleCode>>,
): Readonly<Record<string, ModuleCode>> {
  const all: Record<string, ModuleCode> = {};
  for (const [stack, content] of Object.entries(synthesized)) all[stack] = { content };
  if (Array.isArray(plans)) return { ...all, ...written };
  for (const [stack, plan] of Object.entries(plans as Readonly<Record<string, TerraformPlan>>)) {
    all[stack] = { ...(written[stack] ?? all[stack] ?? writtenIn(plan)), variables: variablesOf(plan) };
  }
  return all;
}

/** Whether a plan says everything that its apply will do. */
export const isComplete = ({ status, changes }: PlanChanges): boolean =>
  !status.errored &&
  status.complete !== false &&
  status.deferred.length === 0 &&
  !changes.some(({ action }) => action === 'unknown');
