import { catalogue } from '../../fixtures/catalogue';
import { isDangerous } from '../change';
import { keptPlans } from '../plans';

/** As much of an entry of `resource_changes` as is edited here. */
export interface ChangeOfPlan {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
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
