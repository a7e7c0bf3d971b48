import type { PlanChanges } from '../changes/planned-change';
import type { Located } from '../model';

/** A finding about a plan as a whole has no resource to name. */
export const planPlace = ({ stack }: PlanChanges): Located => ({ address: 'plan', stack });

export const planName = ({ stack }: PlanChanges): string => (stack === undefined ? 'the plan' : `the plan of ${stack}`);
