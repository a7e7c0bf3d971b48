import { type EnvironmentReview, type StackReview } from '@gatehouse/plan-review';

/**
 * What the plan of a stack says that the review of its code did not: who may call its routes, findings, what it deletes. A line
 * each; empty: nothing else.
 *
 * @param options.inPart whether a part of it was applied already, and is not in the plan any more @default false
 */
export function newsOf(
  stack: string,
  reviewed: EnvironmentReview,
  now: EnvironmentReview,
  { inPart = false }: { readonly inPart?: boolean } = {},
): string[] {
  return [
    ...wholeness(stack, now),
    ...routes(stack, reviewed, now, inPart),
    ...findings(stack, reviewed, now),
    ...deletions(stack, reviewed, now),
  ];
}

/** Of a plan that is not whole nobody knows what else it says. */
function wholeness(stack: string, now: EnvironmentReview): string[] {
  const { status, why = '' } = stackOf(stack, now) ?? {};
  return status === 'changes' || status === 'no changes' ? [] : [`its plan is "${status ?? 'missing'}": ${why}`];
}

function routes(stack: string, reviewed: EnvironmentReview, now: EnvironmentReview, inPart: boolean): string[] {
  const [before, after] = [rowsOf(stack, reviewed), rowsOf(stack, now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((route) => {
    const [was, is] = [before.get(route), after.get(route)];
    return was === is || (inPart && is === undefined)
      ? []
      : [`${route}: ${is ?? 'nothing changes'}; reviewed: ${was ?? 'nothing changes'}`];
  });
}

const rowsOf = (stack: string, { access }: EnvironmentReview): ReadonlyMap<string, string> =>
  new Map(
    access
      .filter((row) => row.stack === stack)
      .map(({ route, api, before = 'nobody', after = 'nobody' }) => [`${route} of ${api}`, `${before} -> ${after}`]),
  );

function findings(stack: string, reviewed: EnvironmentReview, now: EnvironmentReview): string[] {
  const known = new Set([...reviewed.findings, ...reviewed.suppressed].flatMap(keysOf));
  return now.findings
    .filter((finding) => finding.stack === stack && !keysOf(finding).every((key) => known.has(key)))
    .map(({ severity, rule, address, message }) => `new finding: ${severity} ${rule} at ${address}: ${message}`);
}

/** One for each part of what was found: another principal at a known address is another finding. */
const keysOf = ({ rule, severity, stack, address, of }: EnvironmentReview['findings'][number]): string[] =>
  (of ?? [undefined]).map((part) => JSON.stringify([rule, severity, stack, address, part]));

function deletions(stack: string, reviewed: EnvironmentReview, now: EnvironmentReview): string[] {
  const deleted = (review: EnvironmentReview) =>
    (stackOf(stack, review)?.changes ?? []).filter(({ action }) => action === 'delete').map(({ address }) => address);
  const known = new Set(deleted(reviewed));
  return deleted(now)
    .filter((address) => !known.has(address))
    .map((address) => `deletes ${address}`);
}

const stackOf = (stack: string, { stacks }: EnvironmentReview): StackReview | undefined =>
  stacks.find(({ name }) => name === stack);
