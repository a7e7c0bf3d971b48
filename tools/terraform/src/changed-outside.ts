import { isDeepStrictEqual } from 'node:util';
import { type PlanJson, type ResourceChange } from './plan-json';

/** What differs from the state in AWS because somebody changed it. Reading a resource back differs too, without anybody. */
export const changedOutside = (plan: PlanJson): ResourceChange[] =>
  (plan.resource_drift ?? [])
    .map((resource) => withoutManagedPolicies(resource, plan))
    .filter(({ change }) => !isReadBack(change.before, change.after));

/** Whether two values mean the same: what was never set reads as something empty, and AWS writes JSON in its own order. */
export const isReadBack = (before: unknown, after: unknown): boolean =>
  isDeepStrictEqual(tidy(before), tidy(after));

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

/** A role lists the policies that resources of their own gave it since; those show their own drift. */
function withoutManagedPolicies(resource: ResourceChange, plan: PlanJson): ResourceChange {
  const { before, after } = resource.change as { before?: RoleValues; after?: RoleValues };
  if (resource.type !== 'aws_iam_role' || !after?.inline_policy) return resource;
  const managed = new Set(
    (plan.prior_state?.values?.root_module?.resources ?? [])
      .filter(({ type, values }) => type === 'aws_iam_role_policy' && values?.['role'] === after.name)
      .map(({ values }) => values?.['name']),
  );
  const unmanaged = (values?: RoleValues) =>
    values && { ...values, inline_policy: values.inline_policy?.filter(({ name }) => !managed.has(name)) };
  return { ...resource, change: { ...resource.change, before: unmanaged(before), after: unmanaged(after) } };
}

interface RoleValues {
  readonly name?: string;
  readonly inline_policy?: readonly { readonly name?: string }[];
}
