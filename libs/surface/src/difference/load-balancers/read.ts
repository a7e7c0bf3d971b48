import type { PlannedChange } from '../../changes/planned-change';
import { groupBy } from '../../group-by';
import { isUnknown } from '../../model/value';
import { isObject } from '../../terraform/unreadable';
import { functionIn } from '../backends';
import type { Comparison } from '../comparison';
import { TYPES, type LoadBalancers, type Path, type Side } from './model';

type Values = Readonly<Record<string, unknown>>;

/** What load balancers let through on one side of a plan. */
export function loadBalancers({ changesOf }: Pick<Comparison, 'changesOf'>, side: Side): LoadBalancers {
  const all = (kind: keyof typeof TYPES) => TYPES[kind].flatMap((type) => changesOf(type));
  const found = (kind: keyof typeof TYPES) => all(kind).flatMap((change) => entryOf(change, side));
  const keyOf = keysFor([...all('balancer'), ...all('listener'), ...all('group')]);
  const internal = new Set(
    found('balancer').flatMap(({ change, values }) => (values['internal'] === true ? [placeKey(change)] : [])),
  );
  const listeners = new Map(found('listener').map((entry) => [placeKey(entry.change), entry]));
  const pathOf = (change: PlannedChange, values: Values, listener: string, actions: unknown): Path => {
    const own = listeners.get(listener)?.values ?? {};
    const priority = Number(values['priority']);
    return {
      at: change,
      listener,
      priority: Number.isFinite(priority) ? priority : Infinity,
      ...throughActions(blocks(actions), (arn) => keyOf(arn, change.stack)),
      public: !internal.has(keyOf(own['load_balancer_arn'], change.stack) ?? ''),
      protocol: typeof own['protocol'] === 'string' ? own['protocol'] : 'HTTP',
    };
  };
  return {
    paths: [
      ...found('listener').map(({ change, values }) =>
        pathOf(change, { ...values, priority: undefined }, placeKey(change), values['default_action']),
      ),
      ...found('rule').map(({ change, values }) =>
        pathOf(change, values, keyOf(values['listener_arn'], change.stack) ?? '', values['action']),
      ),
    ],
    functions: functionsOf(found('attachment'), (arn, stack) => keyOf(arn, stack), functionNames(changesOf, side)),
  };
}

interface Entry {
  readonly change: PlannedChange;
  readonly values: Values;
}

const entryOf = (change: PlannedChange, side: Side): readonly Entry[] => {
  const values = change[side];
  return values === undefined || change.deposed !== undefined ? [] : [{ change, values }];
};

const placeKey = ({ stack, address }: PlannedChange): string => `${stack ?? ''} ${address}`;

/** One key for what values name in either way: by ARN, or by a reference to what is not made yet. */
function keysFor(changes: readonly PlannedChange[]): (value: unknown, stack: string | undefined) => string | undefined {
  const byArn = new Map(
    changes.flatMap((change) =>
      [change.before?.['arn'], change.after?.['arn']].map((arn) => [arn, placeKey(change)] as const),
    ),
  );
  const places = new Set(changes.map(placeKey));
  return (value, stack) => {
    if (typeof value === 'string') return byArn.get(value) ?? value;
    const references = isUnknown(value) ? (value.references ?? []) : [];
    return references
      .map((reference) => `${stack ?? ''} ${reference.replace(/\.(arn|id)$/, '')}`)
      .find((key) => places.has(key));
  };
}

function throughActions(
  actions: readonly Values[],
  keyOf: (arn: unknown) => string | undefined,
): Pick<Path, 'targets' | 'signIn'> {
  const forwards = actions.filter(({ type }) => type === 'forward');
  const arns = forwards.flatMap((action) => [
    action['target_group_arn'],
    ...blocks(action['forward']).flatMap((forward) => blocks(forward['target_group']).map(({ arn }) => arn)),
  ]);
  return {
    targets: [...new Set(arns.map(keyOf).filter((key) => key !== undefined && key !== ''))] as string[],
    signIn: actions.some(
      (action) =>
        String(action['type']).startsWith('authenticate-') &&
        ![...blocks(action['authenticate_cognito']), ...blocks(action['authenticate_oidc'])].some(
          (each) => each['on_unauthenticated_request'] === 'allow',
        ),
    ),
  };
}

const functionNames = (changesOf: Comparison['changesOf'], side: Side): ReadonlyMap<string, string> =>
  new Map(
    changesOf('aws_lambda_function').map((change) => [
      placeKey(change),
      String(change[side]?.['function_name'] ?? change.address),
    ]),
  );

function functionsOf(
  attachments: readonly Entry[],
  keyOf: (arn: unknown, stack: string | undefined) => string | undefined,
  names: ReadonlyMap<string, string>,
): LoadBalancers['functions'] {
  const found = attachments.flatMap(({ change, values }) => {
    const group = keyOf(values['target_group_arn'], change.stack);
    const name = nameOfTarget(values['target_id'], change.stack, names);
    return group === undefined || name === undefined ? [] : [{ group, name, at: change }];
  });
  return groupBy(found, ({ group }) => group);
}

function nameOfTarget(
  target: unknown,
  stack: string | undefined,
  names: ReadonlyMap<string, string>,
): string | undefined {
  if (typeof target === 'string') return functionIn(target);
  const references = isUnknown(target) ? (target.references ?? []) : [];
  const places = references.map((reference) => `${stack ?? ''} ${reference.replace(/\.[a-z_]+$/, '')}`);
  return places.map((place) => names.get(place)).find((name) => name !== undefined);
}

const blocks = (value: unknown): readonly Values[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => isObject(each) && !isUnknown(each));
