import type { PlanChanges, PlannedChange, ReadPlans } from '@gatehouse/surface';
import type { Origins } from './origins';
import { printablePath } from './printable-path';

/**
 * What was read, fit to be spoken about: without the texts that people and programs write into plans, and with what only
 * the synthesized JSON tells: why the author of a route made it public, or who signs its requests.
 */
export const printablePlans = (read: ReadPlans, origins: Origins): ReadPlans => ({
  ...read,
  after: origins.isEmpty ? read.after : withReasons(read.after, origins),
  plans: read.plans.map(printablePlan),
});

const withReasons = (after: ReadPlans['after'], origins: Origins): ReadPlans['after'] => ({
  ...after,
  apis: after.apis.map((api) => ({
    ...api,
    routes: api.routes.map((route) => ({ ...route, ...origins.saidOf(route) })),
  })),
});

function printablePlan(plan: PlanChanges): PlanChanges {
  const { status, changes } = plan;
  return {
    ...plan,
    changes: changes.some(hasText) ? changes.map(printableChange) : changes,
    // What a check says may quote values; its name is enough to find it.
    status: { ...status, checks: status.checks.map((check) => ({ ...check, messages: [] })) },
  };
}

const hasText = ({ replacePaths }: PlannedChange): boolean => replacePaths.some((path) => printablePath(path) !== path);

const printableChange = (change: PlannedChange): PlannedChange =>
  hasText(change) ? { ...change, replacePaths: change.replacePaths.map(printablePath) } : change;
