import type { Api } from '../../access/api';
import type { PlannedChange } from '../../changes/planned-change';
import { differenceRule, type Violation } from '../../findings/rule';
import type { Found } from '../../findings/violations';
import type { Policy, Unknown } from '../../model';
import { isUnknown } from '../../model/value';
import { changed } from '../changed';
import { both, type Pair } from '../pairs';
import { isOpen, newlyAllowed, noLongerDenied, principalsOf, statementsOf, type Statement } from '../policies';
import { show } from '../show';

export const apiPolicyOpened = differenceRule({
  id: 'api-policy-opened',
  severity: 'critical',
  title: 'Resource policy widened',
  why: 'The resource policy decides who can call the API at all, before any authorizer: an account, a network, or everyone.',
  remediation: 'Name the accounts, networks or endpoints that may call.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies.html',
  sameFactAs: ['open-resource-policy'],
  find: ({ apis, apiDomains, changesOf }) => [
    ...changed('API', apis, (was, now) =>
      was.kind === 'REST' && now.kind === 'REST' ? change(now, was.api.policy, now.api.policy) : undefined,
    ),
    ...changed('private domain', apiDomains, (was, now, name) =>
      now.policy === undefined
        ? undefined
        : change({ name, anyone: 'Anyone in the private network' }, was.policy, now.policy),
    ),
    ...detached(apis, changesOf('aws_api_gateway_rest_api_policy')),
  ],
});

type Named = Pick<Api, 'anyone' | 'name'>;

function change(of: Named, old: Policy<Unknown> | undefined, policy: Policy<Unknown> | undefined): Found {
  if (old === undefined || isUnknown(old) || isUnknown(policy)) return undefined;
  const [before, after] = [statementsOf(old), statementsOf(policy)];
  const found = widened(of, before, after);
  return found && { ...found, before: summaryOf(before), after: summaryOf(after) };
}

function widened({ name, anyone }: Named, before: readonly Statement[], after: readonly Statement[]): Found {
  // Without a policy, anyone who passes the authorizers may call.
  if (after.length === 0)
    return { when: !before.every(letsIn), message: `${anyone} can reach ${name}: its policy is removed.` };
  const added = newlyAllowed(before, after);
  if (added.some(isOpen)) return { message: `${anyone} can reach ${name}: its policy allows everyone.` };
  if (noLongerDenied(before, after).length > 0)
    return { message: `Callers that the policy of ${name} denied can reach it.`, severity: 'high' };
  if (added.length === 0) return undefined;
  const callers = show(added.flatMap((each) => each.principals));
  return { message: `More callers can reach ${name}: ${callers}.`, severity: 'high' };
}

/** A policy of its own that is gone: the API's own argument repeats it until the next plan, so no surface shows that. */
function detached(apis: readonly Pair<Api>[], changes: readonly PlannedChange[]): Violation[] {
  const stays = new Set(changes.filter(({ after }) => after).map(({ after }) => after?.['rest_api_id']));
  return changes.flatMap((change) => {
    const id = change.before?.['rest_api_id'];
    const api = both(apis).find(({ before }) => before.api.id === id)?.after;
    if (change.after || api?.kind !== 'REST' || stays.has(id)) return [];
    const had = statementsOf(api.api.policy);
    if (had.every(letsIn)) return [];
    return [
      {
        at: change,
        subject: `API ${api.name}`,
        message: `${api.anyone} can reach ${api.name}: the policy that limited its callers is removed.`,
        before: summaryOf(had),
        after: 'none',
      },
    ];
  });
}

const letsIn = (statement: Statement): boolean => statement.effect === 'Allow' && isOpen(statement);

const summaryOf = (policy: readonly Statement[]): string =>
  policy.map((each) => `${show(each.effect)} ${principalsOf(each)}`).join('; ') || 'none';
