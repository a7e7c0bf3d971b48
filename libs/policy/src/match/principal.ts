import { type Principal } from '../model';
import { accountOf } from '../principal';
import { type Named } from '../read/principals';

/**
 * How a policy of a resource names a principal.
 *
 * - `itself`: the user, the session, the service, everyone. Boundary and session policies do not limit what is granted.
 * - `role`: the role of a session, or the user who asked for a federated session. They do.
 * - `account`: its account, which may then grant it.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
 */
export type Naming = 'itself' | 'role' | 'account';

/** How the policy names the principal, at its closest. */
export function namingOf(principal: Principal, named: readonly Named[]): Naming | undefined {
  const found = named.map((each) => naming(principal, each));
  return order.find((each) => found.includes(each));
}

const order: readonly Naming[] = ['itself', 'role', 'account'];

/**
 * Whether `NotPrincipal` spares a principal. AWS may ask about the account and the role before the session, and denies who
 * has a permissions boundary whatever is listed.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function isSpared(principal: Principal, named: readonly Named[], bounded: boolean): boolean {
  const found = named.map((each) => naming(principal, each));
  if (named.some(({ type }) => type === 'everyone')) return true;
  if (!('arn' in principal)) return found.includes('itself');
  if (bounded || !found.includes('account')) return principal.type === 'root' && found.includes('itself');
  if (principal.type !== 'session') return found.includes('itself');
  const listed = named.some((each) => 'name' in each && isSessionOf(principal.roleArn, each.name));
  return found.includes('role') && (!listed || found.includes('itself'));
}

function naming(principal: Principal, named: Named): Naming | undefined {
  if (named.type === 'everyone') return 'itself';
  const { name, type } = named;
  if (principal.type === 'service') return type === 'Service' && name === principal.service ? 'itself' : undefined;
  if (principal.type === 'federated') return type === 'Federated' && name === principal.provider ? 'itself' : undefined;
  if (principal.type === 'anonymous') return undefined;
  if (type === 'CanonicalUser') return name === principal.canonicalUser ? ofAccount(principal) : undefined;
  if (type !== 'AWS') return undefined;
  if (name === principal.arn) return 'itself';
  if (principal.type === 'session' && name === principal.roleArn) return 'role';
  if (principal.type === 'federatedUser' && name === principal.userArn) return 'role';
  const [, account = name] = /^arn:[\w-]+:iam::(\d{12}):root$/.exec(name) ?? [];
  return account === accountOf(principal) ? ofAccount(principal) : undefined;
}

/** The root user is its account. */
const ofAccount = ({ type }: Principal): Naming => (type === 'root' ? 'itself' : 'account');

/** Whether an ARN is of any session of the role: `arn:aws:sts::1:assumed-role/NAME/SESSION`, without the role's path. */
function isSessionOf(roleArn: string, arn: string): boolean {
  const name = roleArn.split('/').at(-1);
  return arn.startsWith(`${roleArn.replace(/:iam:(.*):role\/.*$/, ':sts:$1:assumed-role/')}${name}/`);
}
