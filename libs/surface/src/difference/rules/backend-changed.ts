import type { Route } from '../../access/route';
import { differenceRule, type Violation } from '../../findings/rule';
import { groupBy } from '../../group-by';
import type { HttpApi, Unknown } from '../../model';
import { answeredCalls, type Answered } from '../answered';
import { accountOf, backendsOf, functionIn, EVERY_STAGE, forwardsToken, type Backend } from '../backends';
import { changedMethods } from '../backend-methods';
import { changedOperations } from '../called-operations';
import type { Comparison } from '../comparison';
import { openedFunctions } from '../opened-functions';
import { placeOf } from '../pairs';
import { stageTexts } from '../stage-texts';

export const backendChanged = differenceRule({
  id: 'backend-changed',
  severity: 'high',
  title: 'Route leads to another backend',
  why: 'The owner of the backend reads every request that passes the authorizer, with the caller’s token where it is forwarded, and answers in the name of the API; a function behind guarded routes relies on their guards.',
  remediation: 'Restore the backend of the route, or make sure that the other one is yours and may see these requests.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-integration-types.html',
  find: (comparison) => {
    const moves = answeredCalls(comparison.callable).flatMap((calls) => movesOf(calls, hadBefore(comparison)));
    const elsewhere = [...groupBy(moves, ({ key }) => key).values()].flatMap(violationsOf);
    const moved = new Set(moves.map(({ calls }) => placeOf(calls.now)));
    const others = [...openedFunctions(comparison), ...changedMethods(comparison), ...changedOperations(comparison)];
    return [...elsewhere, ...others.filter(({ at }) => !moved.has(placeOf(at)))];
  },
});

/** Calls that go to another host, account or function. */
interface Move {
  readonly calls: Answered;
  readonly key: string;
  /** `collect.example.com`, `account 999999999999`, `function allow` */
  readonly to: string;
  readonly from: string;
  readonly stage: string;
  /** Another route leads there already. */
  readonly known: boolean;
}

/** Whom routes lead to before the plan. */
const hadBefore = ({ callable }: Comparison): ReadonlySet<string> => {
  const known = HAD.get(callable) ?? new Set(callable.flatMap(({ before }) => (before ? namesOfAll(before) : [])));
  HAD.set(callable, known);
  return known;
};

const HAD = new WeakMap<object, ReadonlySet<string>>();

const namesOfAll = (route: Route): string[] => [...backendsOf(route).values()].flatMap(namesOf);

const namesOf = ({ hosts, accounts }: Backend): readonly string[] => [
  ...hosts,
  ...accounts.map((account) => `account ${account}`),
];

function movesOf(calls: Answered, known: ReadonlySet<string>): readonly Move[] {
  const { was } = calls;
  const now = withIntegration(calls);
  // A backend that leaves its network is another rule's.
  if (
    was.integration === undefined ||
    (was.integration.connection === 'VPC_LINK' && now.integration?.connection !== 'VPC_LINK')
  )
    return [];
  const before = backendsOf(was);
  const all = [...before.values()];
  const own = accountOf(now);
  const elsewhere = [...backendsOf(now)].flatMap(([stage, backend]) => {
    const earlier = (before.has(stage) ? [before.get(stage) as Backend] : all).flatMap(namesOf);
    return namesOf(backend)
      .filter((name) => !earlier.includes(name) && name !== `account ${own}`)
      .map((to) =>
        moveOf({ ...calls, now }, { to, from: earlier.join(', ') || 'its own answer', stage, known: known.has(to) }),
      );
  });
  return elsewhere.length > 0 ? elsewhere : otherFunctions(calls);
}

const moveOf = (calls: Answered, move: Omit<Move, 'calls' | 'key'>): Move => ({
  calls,
  key: [calls.now.api.key, move.to, move.known, forwardsToken(calls.now)].join('\n'),
  ...move,
});

/** A route that still names an integration which is made again leads to the new one. */
function withIntegration({ was, now }: Answered): Route {
  const old = was.integration;
  if (now.integration !== undefined || now.api.kind !== 'HTTP' || !old || !('resource' in old)) return now;
  const again = integrationsOf(now.api.api).get(old.resource ?? '');
  return again === undefined ? now : { ...now, integration: again };
}

function integrationsOf(api: HttpApi<Unknown>): ReadonlyMap<string, Integrations[number]> {
  const known = INTEGRATIONS.get(api) ?? new Map((api.integrations ?? []).map((each) => [each.address, each]));
  INTEGRATIONS.set(api, known);
  return known;
}

type Integrations = NonNullable<HttpApi<Unknown>['integrations']>;
const INTEGRATIONS = new WeakMap<object, ReadonlyMap<string, Integrations[number]>>();

/** A stage variable names the function: it changes at once, without a deployment. */
function otherFunctions(calls: Answered): readonly Move[] {
  const { was, now } = calls;
  if (was.api.kind === 'FUNCTION_URL' || now.api.kind === 'FUNCTION_URL') return [];
  const texts = stageTexts(was.integration?.uri, was.api.api.stages, now.integration?.uri, now.api.api.stages);
  return texts.flatMap(({ stage, before, after }) => {
    const [from, to] = [before, after].map((text) => functionIn(text));
    // Another alias is another version of the function.
    return from === undefined || to === undefined || from === to
      ? []
      : [moveOf(calls, { to: `function ${to}`, from: `function ${from}`, stage, known: false })];
  });
}

/** One finding for all routes that go to one place. */
function violationsOf(moves: readonly Move[]): Violation[] {
  const [first] = moves;
  if (first === undefined) return [];
  const { calls, to, from, known } = first;
  const { now } = calls;
  const titles = [...new Set(moves.map((move) => move.calls.title))];
  const stages = [...new Set(moves.map(({ stage }) => stage))].filter((stage) => stage !== EVERY_STAGE);
  const routes = titles.length === 1 ? calls.title : `${calls.title} and ${titles.length - 1} more of ${now.api.name}`;
  const token = to.includes(' ') || !forwardsToken(now) ? '' : ', with the token of the caller';
  const atHost = !to.includes(' ') && token === '';
  return [
    {
      at: now,
      subject: calls.title,
      message: `Calls of ${routes} go to ${to} in place of ${from}${stages.length === 0 ? '' : ` on stage ${stages.join(' and ')}`}${token}.`,
      ...(known || atHost ? { severity: 'medium' as const } : {}),
      before: from,
      after: to,
    },
  ];
}
