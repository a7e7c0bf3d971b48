import { isPublic, type Route } from '../access/route';
import type { Violation } from '../findings/rule';
import { groupBy } from '../group-by';
import { isUnknown } from '../model/value';
import { answeredCalls, type Answered } from './answered';
import { functionIn } from './backends';
import type { Comparison } from './comparison';

/** Functions that public routes call instead of another one, and that no public route called before. */
export function openedFunctions(comparison: Comparison): readonly Violation[] {
  const { callable, changesOf } = comparison;
  const earlier = callable.flatMap(({ before }) => before ?? []);
  const open = functionsOf(earlier.filter(isPublic));
  const guarded = functionsOf(earlier.filter((route) => !isPublic(route)));
  const created = new Set(
    changesOf('aws_lambda_function').flatMap(({ action, after }) => (action === 'create' ? after?.function_name : [])),
  );
  const opened = answeredCalls(callable).flatMap((calls) => {
    const { was, now } = calls;
    const [from, to] = [functionOf(was), functionOf(now)];
    if (to === undefined || from === to || open.has(to) || !isPublic(was) || !isPublic(now)) return [];
    // Nothing relies on the guards of a function that is new, and of an answer of its own little is known.
    if (!guarded.has(to) && (from === undefined || created.has(to))) return [];
    return [{ calls, from, to, guarded: guarded.has(to) }];
  });
  const groups = groupBy(opened, ({ calls, to }) => `${calls.now.api.key} ${to}`);
  return [...groups.values()].flatMap(violationsOf);
}

interface Opened {
  readonly calls: Answered;
  readonly from: string | undefined;
  readonly to: string;
  readonly guarded: boolean;
}

/** One finding for all routes of an API that call one function. */
function violationsOf(all: readonly Opened[]): Violation[] {
  // A preflight is the mildest of them.
  const first = all.find(({ calls }) => calls.now.method !== 'OPTIONS') ?? all[0];
  if (first === undefined) return [];
  const { calls, from, to, guarded } = first;
  const { now, title } = calls;
  const count = new Set(all.map((each) => each.calls.title)).size;
  const by = count === 1 ? title : `${title} and ${count - 1} more of ${now.api.name}`;
  const earlier = from === undefined ? '' : ` in place of function ${from}`;
  const before = guarded ? 'only guarded routes called it before' : 'no public route called it before';
  return [
    {
      at: now,
      subject: title,
      message: `${now.api.anyone} can call function ${to}${earlier}, by ${by}: ${before}.`,
      ...(now.method === 'OPTIONS' ? { severity: 'medium' as const } : {}),
      ...(from === undefined ? {} : { before: `function ${from}` }),
      after: `function ${to}`,
    },
  ];
}

const functionOf = ({ integration }: Route): string | undefined => {
  const uri = integration?.uri;
  return uri === undefined || isUnknown(uri) ? undefined : functionIn(uri);
};

const functionsOf = (routes: readonly Route[]): ReadonlySet<string | undefined> => new Set(routes.map(functionOf));
