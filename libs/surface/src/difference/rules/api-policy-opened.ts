import { widening, type AttachedPolicy, type Gain } from '@gatehouse/policy';
import type { Api } from '../../access/api';
import type { PlannedChange } from '../../changes/planned-change';
import { differenceRule, type Violation } from '../../findings/rule';
import type { Found } from '../../findings/violations';
import type { Policy, RestApi, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { NO_ACCOUNT } from '../../resource-policies/policy-document';
import { reachOf } from '../../resource-policies/reach';
import { asDocument } from '../../resource-policies/statements-as-document';
import { conditionsInWords, whoInWords } from '../../resource-policies/words';
import { accountIn } from '../../terraform/own-accounts';
import { changed } from '../changed';
import type { Comparison } from '../comparison';
import { both } from '../pairs';

export const apiPolicyOpened = differenceRule({
  id: 'api-policy-opened',
  severity: 'critical',
  title: 'Resource policy widened',
  why: 'The resource policy decides who can call the API at all, before any authorizer: an account, a network, or everyone.',
  remediation: 'Name the accounts, networks or endpoints that may call.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html',
  sameFactAs: ['open-resource-policy'],
  find: (comparison) => [
    ...changed('API', comparison.apis, (was, now) =>
      was.kind === 'REST' && now.kind === 'REST'
        ? change(
            { ...now, arn: arnOf(was.api), methods: methodsOf(now.api) },
            was.api.policy,
            now.api.policy,
            comparison,
          )
        : undefined,
    ),
    ...changed('private domain', comparison.apiDomains, (was, now, name) =>
      now.policy === undefined
        ? undefined
        : change({ name, anyone: 'Anyone in the private network', methods: 'iam' }, was.policy, now.policy, comparison),
    ),
    ...detached(comparison, comparison.changesOf('aws_api_gateway_rest_api_policy')),
  ],
});

interface Asked extends Pick<Api, 'anyone' | 'name'> {
  readonly arn?: string | undefined;
  readonly methods?: 'iam' | 'other' | undefined;
}

function change(
  of: Asked,
  old: Policy<Unknown> | undefined,
  policy: Policy<Unknown> | undefined,
  comparison: Comparison,
): Found {
  // Rule access-unknown reports what is not known.
  if (isUnknown(old) || isUnknown(policy) || JSON.stringify(old) === JSON.stringify(policy)) return undefined;
  const trusted = comparison.trusted;
  const own = accountIn(of.arn);
  const gains = gainsOf(of, old, policy).map((gain) => ({ gain, reach: reachOf(gain, own, trusted) }));
  const news = gains.filter(
    ({ gain, reach }) =>
      gain.lostDeny || !(reach === 'own' && gain.who.some((who) => 'account' in who && who.account !== own)),
  );
  const open = news.find(({ gain, reach }) => reach === 'public' && !gain.lostDeny);
  if (policy === undefined) {
    // Without a policy, anyone who passes the authorizers may call.
    return { when: open !== undefined, message: `${of.anyone} can reach ${of.name}: its policy is removed.` };
  }
  if (open) return { message: `${of.anyone} can reach ${of.name}: its policy allows everyone.` };
  const [first] = news;
  if (!first) return undefined;
  const lost = news.find(({ gain }) => gain.lostDeny);
  if (lost)
    return {
      message: `Callers that the policy of ${of.name} denied can reach it${conditionsInWords(lost.gain)}.`,
      severity: 'high',
    };
  const callers = news.map(({ gain, reach }) => `${whoInWords(gain, reach, own, trusted)}${conditionsInWords(gain)}`);
  return { message: `More callers can reach ${of.name}: ${[...new Set(callers)].join('; ')}.`, severity: 'high' };
}

function gainsOf(
  { arn, methods, name }: Asked,
  old: Policy<Unknown> | undefined,
  policy: Policy<Unknown> | undefined,
): readonly Gain[] {
  const attached = (of: Policy<Unknown> | undefined): AttachedPolicy | 'none' =>
    of === undefined ? 'none' : { name: `policy of ${name}`, document: asDocument(of) };
  return widening({
    kind: 'resource',
    type: 'restApi',
    name,
    account: accountIn(arn) ?? NO_ACCOUNT,
    arn,
    methods,
    before: attached(old),
    after: attached(policy),
  }).gains;
}

/** A policy of its own that is gone: the API's own argument repeats it until the next plan, so no surface shows that. */
function detached(comparison: Comparison, changes: readonly PlannedChange[]): Violation[] {
  if (changes.every(({ after }) => after)) return [];
  const stays = new Set(changes.filter(({ after }) => after).map(({ after }) => after?.['rest_api_id']));
  const byId = new Map(both(comparison.apis).map((pair) => [pair.before.api.id, pair.after] as const));
  return changes.flatMap((change) => {
    const id = change.before?.['rest_api_id'];
    const api = typeof id === 'string' ? byId.get(id) : undefined;
    if (change.after || change.action === 'forget' || api?.kind !== 'REST' || stays.has(id)) return [];
    const of = { ...api, arn: arnOf(api.api), methods: methodsOf(api.api) };
    if (gainsOf(of, api.api.policy, undefined).length === 0) return [];
    return [
      {
        at: change,
        subject: `API ${api.name}`,
        message: `${api.anyone} can reach ${api.name}: the policy that limited its callers is removed.`,
      },
    ];
  });
}

const arnOf = ({ executionArn }: RestApi<Unknown>): string | undefined =>
  isUnknown(executionArn) ? undefined : executionArn;

/** Undefined where they are of both kinds, or not all known; without a route there is none that asks for IAM. */
function methodsOf({ complete, routes }: RestApi<Unknown>): Asked['methods'] {
  const kinds = new Set(
    routes.map(({ auth }) => (isUnknown(auth) ? 'unknown' : auth.kind === 'iam' ? 'iam' : 'other')),
  );
  const [only] = kinds;
  if (!complete || kinds.size > 1 || only === 'unknown') return undefined;
  return only ?? 'other';
}
