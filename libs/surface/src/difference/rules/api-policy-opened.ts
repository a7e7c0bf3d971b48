import { isUnknown } from '../../model/value';
import type { PlannedChange } from '../../changes/planned-change';
import type { Api } from '../../access/api';
import { both, type Pair } from '../pairs';
import { conditionsOf, isForEveryone, newlyAllowed, noLongerDenied, statementsOf } from '../policies';
import { differenceRule, type Violation } from '../../findings/rule';
import { show } from '../show';

export const apiPolicyOpened = differenceRule({
  id: 'api-policy-opened',
  severity: 'critical',
  title: 'Resource policy widened',
  why: 'The resource policy decides who can call the API at all, before any authorizer: an account, a network, or everyone.',
  remediation: 'Name the accounts, networks or endpoints that may call.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html',
  sameFactAs: ['open-resource-policy'],
  find: ({ apis, changesOf }) => [
    ...both(apis).flatMap(({ before: was, after: now }) => {
      if (was.kind !== 'REST' || now.kind !== 'REST') return [];
      const [old, policy] = [was.api.policy, now.api.policy];
      if (isUnknown(policy) || isUnknown(old)) return [];
      const difference = (message: string, severity?: Violation['severity']): Violation => ({
        at: now,
        subject: `API ${now.name}`,
        message,
        ...(severity === undefined ? {} : { severity }),
        before: summaryOf(old),
        after: summaryOf(policy),
      });
      // Without a policy, anyone who passes the authorizers may call.
      if (old !== undefined && (policy === undefined || policy.length === 0)) {
        const open = statementsOf(old).every(
          (statement) => statement.effect === 'Allow' && isOpen(statement),
        );
        return open ? [] : [difference(`${now.anyone} can reach ${now.name}: its policy is removed.`)];
      }
      if (policy === undefined || old === undefined) return [];
      const added = newlyAllowed(statementsOf(old), statementsOf(policy));
      if (added.some(isOpen))
        return [difference(`${now.anyone} can reach ${now.name}: its policy allows everyone.`)];
      const denied = noLongerDenied(statementsOf(old), statementsOf(policy));
      if (denied.length > 0)
        return [difference(`Callers that the policy of ${now.name} denied can reach it.`, 'high')];
      return added.length > 0
        ? [
            difference(
              `More callers can reach ${now.name}: ${show(added.flatMap((each) => each.principals))}.`,
              'high',
            ),
          ]
        : [];
    }),
    ...detached(apis, changesOf('aws_api_gateway_rest_api_policy')),
  ],
});

/** A policy of its own that is gone: the API's own argument repeats it until the next plan, so no surface shows that. */
function detached(apis: readonly Pair<Api>[], changes: readonly PlannedChange[]): Violation[] {
  const stays = new Set(changes.filter(({ after }) => after).map(({ after }) => after?.['rest_api_id']));
  return changes.flatMap((change) => {
    const id = change.before?.['rest_api_id'];
    const api = both(apis).find(({ before }) => before.api.id === id)?.after;
    if (change.after || !api || api.kind !== 'REST' || stays.has(id)) return [];
    const { policy } = api.api;
    if (statementsOf(policy).every((statement) => statement.effect === 'Allow' && isOpen(statement)))
      return [];
    return [
      {
        at: change,
        subject: `API ${api.name}`,
        message: `${api.anyone} can reach ${api.name}: the policy that limited its callers is removed.`,
        before: summaryOf(policy),
        after: 'none',
      },
    ];
  });
}

const isOpen = (statement: Parameters<typeof isForEveryone>[0]): boolean =>
  isForEveryone(statement) && conditionsOf(statement).length === 0;

const summaryOf = (policy: Parameters<typeof statementsOf>[0]): string =>
  statementsOf(policy)
    .map(
      (statement) =>
        `${show(statement.effect)} ${show(statement.principals)}${conditionsOf(statement).length > 0 ? ' with conditions' : ''}`,
    )
    .join('; ') || 'none';
