import { isDeepStrictEqual } from 'node:util';
import { isMirrored } from '@gatehouse/surface/mirrored';
import { type PlanJson, type ResourceChange, type StateResource } from './plan-json';

/**
 * What was changed in AWS since the state was written. What only reading it back makes differ is left out.
 *
 * @param elsewhere resources of the other stacks, which can give a role of this one a policy @default - none
 */
export const changedOutside = (plan: PlanJson, elsewhere: readonly StateResource[] = []): ResourceChange[] =>
  (plan.resource_drift ?? [])
    .map((resource) => withoutMirrors(resource, plan, elsewhere))
    .filter(({ change }) => !isReadBack(change.before, change.after));

/** Whether two values mean the same: what was never set reads as something empty, and AWS writes JSON in its own order. */
export const isReadBack = (before: unknown, after: unknown): boolean => isDeepStrictEqual(tidy(before), tidy(after));

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return /^\s*[[{]/.test(value) ? tidyJson(value) : value || undefined;
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const entries = Object.entries(value)
    .map(([key, each]) => [key, tidy(each)] as const)
    .filter(([, each]) => each !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function tidyJson(text: string): unknown {
  try {
    return { json: tidy(JSON.parse(text)) };
  } catch {
    return text;
  }
}

type Values = Readonly<Record<string, unknown>>;

/** A role lists the policies that resources of their own gave it since, and so on; those show their own drift. */
function withoutMirrors(resource: ResourceChange, plan: PlanJson, elsewhere: readonly StateResource[]): ResourceChange {
  const { before, after } = resource.change as { before?: Values; after?: Values };
  if (!after) return resource;
  const { resources = [] } = plan.prior_state?.values?.root_module ?? {};
  const others = [...resources, ...elsewhere].map(({ type = '', values }) => ({ type, before: values }));
  const tidied = Object.entries(after).map(([name, value]) => {
    const mirrored = isMirrored({ type: resource.type, before, after }, name, others);
    return [name, mirrored ? before?.[name] : value];
  });
  return { ...resource, change: { ...resource.change, after: Object.fromEntries(tidied) } };
}
