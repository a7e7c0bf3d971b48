import { type Decision, type PolicyKind, type PolicyRequest } from './model';
import { nameOf } from './principal';

/**
 * The message of AWS's access denied errors, by the first policy that refuses.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function accessDenied(request: PolicyRequest, decision: Decision): string {
  const { action, resource } = request;
  const on = resource === '*' ? '' : ` on resource: ${resource}`;
  return `User: ${who(request)} is not authorized to perform: ${action}${on} ${because(action, decision)}`;
}

function because(action: string, { by, missing, problems }: Decision): string {
  const [deny] = by;
  if (deny) return `with an explicit deny in ${article(deny.kind)} ${words[deny.kind]}`;
  const [problem] = problems;
  if (problem) return `because a policy cannot be read: ${problem.message}`;
  const [lacking] = missing;
  return lacking ? `because no ${words[lacking.kind]} allows the ${action} action` : '';
}

/** What to change so that the request is allowed, line by line: for the owner of the policies, not for the caller. */
export function remedies({ by, missing, problems, unmet, verdict }: Decision): string[] {
  if (verdict === 'allowed') return [];
  const at = ({ index, policy, sid }: { index: number; policy: string; sid?: string }) =>
    `statement ${sid ?? index} of ${policy}`;
  return [
    ...by.map((each) => `Denied by ${at(each)}.`),
    ...problems.map(({ message }) => `Cannot be read: ${message}.`),
    ...unmet.map((each) => `The condition ${each.condition} of ${at(each)} does not hold.`),
    ...missing.map(({ kind, policies, statement }) => {
      const names = policies.length > 0 ? ` (${policies.join(', ')})` : '';
      return `Missing in ${article(kind)} ${words[kind]}${names}: ${JSON.stringify(statement)}`;
    }),
  ];
}

const words: Record<PolicyKind, string> = {
  identity: 'identity-based policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  resource: 'resource-based policy',
  trust: 'role trust policy',
};

const article = (kind: PolicyKind): string => (kind === 'identity' ? 'an' : kind === 'trust' ? 'the' : 'a');

function who({ principal }: PolicyRequest): string {
  if ('arn' in principal) return principal.arn;
  const name = nameOf(principal);
  return name === '*' ? 'anonymous' : Object.values(name).join();
}
