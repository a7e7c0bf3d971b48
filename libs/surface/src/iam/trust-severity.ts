import { ANY_SERVICE, type Gain, type Who } from '@gatehouse/policy';
import { isAsSevere, type Severity } from '../findings/finding';
import type { Trusted } from '../trusted';

/** What is known of a role that others can now assume. */
export interface Assumed {
  readonly isNew: boolean;
  readonly account: string | undefined;
  /** How bad its rights are. */
  readonly rights: Severity | undefined;
  readonly trusted: Trusted;
}

/** How bad it is that a principal can assume a role; nothing where a new role trusts what it is made for. */
export function trustSeverity(gain: Gain, role: Assumed): Severity | undefined {
  if (!gain.actions.some(assumes)) return role.isNew ? undefined : 'medium';
  if (gain.broad.public || gain.who.some(({ type }) => type === 'unknown')) return 'critical';
  if (gain.lostDeny) return 'high';
  const all = gain.who.map((who) => ofOne(who, gain, role));
  return (['critical', 'high', 'medium'] as const).find((severity) => all.includes(severity));
}

/** Without it, nobody becomes the role: `sts:TagSession` and `sts:SetSourceIdentity` only say more about who did. */
const assumes = (action: string): boolean => /^(\*|sts:\*|sts:a[\w*]*|everything but .*)$/i.test(action);

function ofOne(who: Who, gain: Gain, { account, isNew, rights, trusted }: Assumed): Severity | undefined {
  const isStrong = rights !== undefined && isAsSevere(rights, 'high');
  switch (who.type) {
    case 'federated':
      if (isOpenToAll(who.provider, gain)) return 'critical';
      return isNew || trusted.issuers.some((issuer) => isOf(who.provider, issuer)) ? undefined : 'high';
    case 'service':
      if (who.service === ANY_SERVICE && gain.broad.unbound) return 'critical';
      return isNew ? undefined : 'medium';
    case 'account':
    case 'identity':
      if (who.account === account && account !== undefined) return isNew ? undefined : isStrong ? 'high' : 'medium';
      if (who.account !== undefined && trusted.accounts.includes(who.account)) return undefined;
      return isStrong ? 'critical' : 'high';
    default:
      if (trusted.organizations.some((organization) => isWithin(gain, organization))) return undefined;
      return isStrong ? 'critical' : 'high';
  }
}

const isOf = (provider: string, issuer: string): boolean =>
  provider.replace(/^.*:oidc-provider\//, '') === issuer.replace(/^https:\/\//, '');

const isWithin = ({ conditions }: Gain, organization: string): boolean =>
  conditions.some(
    (condition) => /^StringEquals aws:PrincipalOrgID /i.test(condition) && condition.endsWith(` ${organization}`),
  );

/** Whether everyone who has an account with a provider can assume the role. */
export function isOpenToAll(provider: string, { broad, conditions }: Gain): boolean {
  const issuer = provider.replace(/^.*:oidc-provider\//, '');
  if (SHARED.test(issuer)) return !conditions.some((condition) => saysWhose(condition, issuer));
  return broad.unbound;
}

/** Anyone can have a repository or a project there, and every token is for the same audience. */
const SHARED =
  /^(token\.actions\.githubusercontent\.com|gitlab\.com|oidc\.circleci\.com|app\.terraform\.io|agent\.buildkite\.com|api\.bitbucket\.org|vstoken\.dev\.azure\.com|oidc\.vercel\.com)/;

/** `StringLike token.actions.githubusercontent.com:sub repo:acme/*` */
function saysWhose(condition: string, issuer: string): boolean {
  const [operator = '', key = '', ...rest] = condition.split(' ');
  if (/Not|IfExists|Null|ForAllValues/i.test(operator) || !key.startsWith(issuer.split('/')[0] ?? '')) return false;
  if (key.endsWith(':aud')) return false;
  const values = rest.join(' ').split(' or ');
  return values.every((value) => !/^(\w+:)?[*?]/.test(value));
}
