import { resourceAccountOf } from './context';
import { type PolicyKind, type Principal, type PolicyRequest, type StatementRef } from './model';
import { accountOf } from './principal';
import { type Grant, type Scan } from './scan';

export interface Scans {
  readonly identity: Scan;
  readonly boundary?: Scan;
  readonly session?: Scan;
  readonly resource: Scan;
}

/** Resources whose policy must allow: a role to assume, a KMS key. */
interface Asked {
  readonly trust: boolean;
  readonly key: boolean;
}

/** The statements that together allow, and the kinds of policy that would have to. Allowed where none is missing. */
interface Outcome {
  readonly by: readonly StatementRef[];
  readonly missing: readonly PolicyKind[];
}

/** Combines what the policies allow, when none denies. */
export function combine(request: PolicyRequest, scans: Scans, asked: Asked): Outcome {
  const { principal } = request;
  const granted = grantOf(scans.resource, ['itself']);
  const account = accountOf(principal);
  if (account === undefined) return granted ? allowed(granted) : lacks([asked.trust ? 'trust' : 'resource']);
  return account === resourceAccountOf(request)
    ? withinAccount(principal, scans, asked)
    : acrossAccounts(principal, scans, asked);
}

/** What the identity's policies allow, or the resource's; what they allow to a role is limited by its boundary and session. */
function withinAccount(principal: Principal, scans: Scans, { key, trust }: Asked): Outcome {
  const { resource } = scans;
  const itself = grantOf(resource, ['itself']);
  // Whether a trust policy that names a user or session itself overrides its boundary is not settled.
  if (itself && !trust) return allowed(itself);
  const granted = itself ?? grantOf(resource, ['role']);
  if (granted) return limited(scans, [granted], []);
  if (!trust && !key) return byIdentity(principal, scans, []);
  const delegated = grantOf(resource, ['account']);
  return delegated ? byIdentity(principal, scans, [delegated]) : lacks([trust ? 'trust' : 'resource']);
}

/** Both accounts must allow. */
function acrossAccounts(principal: Principal, scans: Scans, { trust }: Asked): Outcome {
  const granted = grantOf(scans.resource, ['itself', 'role', 'account']);
  const { by, missing } = byIdentity(principal, scans, granted ? [granted] : []);
  return granted ? { by, missing } : lacks([...missing, trust ? 'trust' : 'resource']);
}

/** The root user may do all in its account; a federated session without a session policy may do nothing by itself. */
function byIdentity(principal: Principal, scans: Scans, by: readonly StatementRef[]): Outcome {
  if (principal.type === 'root') return { by, missing: [] };
  const [granted] = scans.identity.allows;
  const bare = principal.type === 'federatedUser' && !scans.session;
  return limited(
    scans,
    [...by, ...(granted ? [granted] : [])],
    [...(granted ? [] : (['identity'] as const)), ...(bare ? (['session'] as const) : [])],
  );
}

/** Boundary and session policies must allow as well. */
function limited({ boundary, session }: Scans, by: readonly StatementRef[], missing: readonly PolicyKind[]): Outcome {
  const limits = Object.entries({ boundary, session }).flatMap(([kind, scan]) =>
    scan ? [{ kind: kind as PolicyKind, grant: scan.allows[0] }] : [],
  );
  const found = limits.flatMap(({ grant }) => (grant ? [ref(grant)] : []));
  const lacking = limits.filter(({ grant }) => !grant).map(({ kind }) => kind);
  return { by: [...by.map(ref), ...found], missing: [...missing, ...lacking] };
}

const grantOf = ({ allows }: Scan, namings: readonly Grant['naming'][]): Grant | undefined =>
  allows.find(({ naming }) => namings.includes(naming));

const allowed = (grant: Grant): Outcome => ({ by: [ref(grant)], missing: [] });

const lacks = (missing: readonly PolicyKind[]): Outcome => ({ by: [], missing });

/** Without how the policy names the principal. */
const ref = ({ index, kind, policy, sid }: StatementRef): StatementRef => ({
  kind,
  policy,
  index,
  ...(sid !== undefined && { sid }),
});
