import { catalogue } from '../../fixtures/catalogue';
import { isDangerous } from '../change';
import { keptPlans } from '../plans';

/** As much of an entry of `resource_changes` as is edited here. */
export interface ChangeOfPlan {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly change: {
    actions: readonly string[];
    before?: Record<string, unknown> | null;
    after?: Record<string, unknown> | null;
    after_unknown?: unknown;
    after_sensitive?: unknown;
  };
}

export interface Plan {
  readonly resource_changes?: readonly ChangeOfPlan[];
  readonly configuration?: { readonly root_module?: ModuleOfPlan };
}

interface ModuleOfPlan {
  readonly resources?: readonly {
    readonly type: string;
    readonly name: string;
    readonly expressions?: Record<string, unknown>;
  }[];
  readonly module_calls?: Readonly<Record<string, { readonly module?: ModuleOfPlan }>>;
}

/** Has an argument named after something that only AWS decides, in the code that the plan repeats. */
export function withoutValue(plan: Plan, { type, name }: ChangeOfPlan, argument: string): void {
  const inModule = ({ resources = [], module_calls: calls = {} }: ModuleOfPlan): void => {
    for (const resource of resources)
      if (resource.type === type && resource.name === name && resource.expressions)
        resource.expressions[argument] = { references: ['random_id.fuzzed.hex', 'random_id.fuzzed'] };
    for (const { module = {} } of Object.values(calls)) inModule(module);
  };
  inModule(plan.configuration?.root_module ?? {});
}

/** A fresh copy of each kept plan of the catalogue, by change and stack. */
export const planTexts = (): { readonly name: string; readonly isDangerous: boolean; readonly text: string }[] =>
  catalogue.flatMap((change) =>
    Object.entries(keptPlans(change) ?? {}).map(([stack, plan]) => ({
      name: `${change.id} ${stack}`,
      isDangerous: isDangerous(change),
      text: JSON.stringify(plan),
    })),
  );
