import { combine, type Scans } from './combine';
import { type Decision, type Policies, type PolicyDocument, type PolicyKind, type PolicyRequest } from './model';
import { missingStatement } from './missing';
import { readPolicy } from './read/policy';
import { scan } from './scan';

/**
 * Whether a request is allowed by the policies that hold for it, as AWS decides.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function evaluate(request: PolicyRequest, policies: Policies): Decision {
  const { boundary, identity = [], resource, session = [] } = policies;
  const read = (kind: PolicyKind, documents: readonly PolicyDocument[]) => {
    const all = documents.map((document) => readPolicy(kind, document));
    return { problems: all.flatMap(({ problems }) => problems), ...scan(all, request, boundary !== undefined) };
  };
  const scans = {
    identity: read('identity', identity),
    ...(boundary && { boundary: read('boundary', [boundary]) }),
    ...(session.length > 0 && { session: read('session', session) }),
    resource: read(isTrust(request) ? 'trust' : 'resource', resource ? [resource] : []),
  };
  const all = Object.values(scans);
  const nothing = { by: [], missing: [], unmet: [], problems: all.flatMap(({ problems }) => problems) };
  const denies = all.flatMap((each) => each.denies);
  if (denies.length > 0) return { ...nothing, verdict: 'explicitlyDenied', by: denies };
  if (nothing.problems.length > 0) return { ...nothing, verdict: 'unreadable' };
  return decide(request, scans, policies);
}

/** With no statement that denies. */
function decide(request: PolicyRequest, scans: Scans, policies: Policies): Decision {
  const { by, missing } = combine(request, scans, { trust: isTrust(request), key: isKey(request) });
  if (missing.length === 0) return { verdict: 'allowed', by, missing: [], unmet: [], problems: [] };
  return {
    verdict: 'implicitlyDenied',
    by: [],
    missing: missing.map((kind) => missingStatement(kind, namesOf(kind, policies), request)),
    unmet: Object.values(scans)
      .flatMap((each) => each?.unmet ?? [])
      .filter(({ kind }) => missing.includes(kind) || kind === 'resource' || kind === 'trust'),
    problems: [],
  };
}

function namesOf(kind: PolicyKind, { boundary, identity, resource, session }: Policies): string[] {
  const of = { identity, boundary: boundary && [boundary], session, resource: resource && [resource] };
  return (of[kind === 'trust' ? 'resource' : kind] ?? []).map(({ name }) => name);
}

/** Whether a role is asked for: its trust policy must allow that. */
const isTrust = ({ action }: PolicyRequest): boolean => /^sts:(AssumeRole|TagSession|SetSourceIdentity)/i.test(action);

/** Whether a KMS key is asked for: its key policy must allow that, or delegate it to the account. */
const isKey = ({ action, resource }: PolicyRequest): boolean => /^kms:/i.test(action) && /:key\//.test(resource);
