import type { PlannedChange } from '../changes/planned-change';
import type { Unknown } from '../model';
import { isUnknown } from '../model/value';
import type { Comparison } from './comparison';

/** How much a plan shows of a deployment: a snapshot of an API, as it was when the deployment was made. */
export type Shown =
  /** This plan makes it, so that it has what this plan shows. */
  | 'new'
  /** It is in the plan, made after the one that it follows. */
  | 'later'
  /** It is in the plan, made before the one that it follows, or nobody knows when. */
  | 'earlier'
  /** It is in no plan. */
  | 'unseen';

/** What a plan shows of the deployment that a stage, or its canary, moves to. */
export function shownDeployment(
  { changesOf }: Pick<Comparison, 'changesOf'>,
  before: string | Unknown | undefined,
  after: string | Unknown,
): Shown {
  if (isUnknown(after)) return 'new';
  const known = deploymentsById(changesOf);
  const next = known.get(after);
  if (next === undefined) return 'unseen';
  const [old, created] = [isUnknown(before) ? undefined : known.get(before ?? '')?.before, next.before].map(
    (values) => values?.['created_date'],
  );
  return typeof old === 'string' && typeof created === 'string' && created > old ? 'later' : 'earlier';
}

const deploymentsById = (changesOf: Comparison['changesOf']): ReadonlyMap<string, PlannedChange> => {
  const all = changesOf('aws_api_gateway_deployment');
  const known = BY_ID.get(all) ?? byId([...all, ...changesOf('aws_apigatewayv2_deployment')]);
  BY_ID.set(all, known);
  return known;
};

const BY_ID = new WeakMap<object, ReadonlyMap<string, PlannedChange>>();

const byId = (changes: readonly PlannedChange[]): ReadonlyMap<string, PlannedChange> =>
  new Map(changes.flatMap((change) => [change.before, change.after].flatMap((values) => idOf(values, change))));

const idOf = (values: PlannedChange['before'], change: PlannedChange): [string, PlannedChange][] =>
  typeof values?.['id'] === 'string' ? [[values['id'], change]] : [];
