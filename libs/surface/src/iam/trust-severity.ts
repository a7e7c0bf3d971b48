import { ANY_SERVICE, type Gain, type Who } from '@gatehouse/policy';
import { isAsSevere, type Severity } from '../findings/finding';
import { reachOf } from '../resource-policies/reach';
import { NOBODY, type Trusted } from '../trusted';
import { isOfSameProject, isShared, issuerOf, tokensOf } from './federated';

/** What is known of a role that others can now assume. */
export interface Assumed {
  readonly isNew: boolean;
  readonly account: string | undefined;
  /** How bad its rights are. */
  readonly rights: Severity | undefined;
  readonly trusted: Trusted;
  /** What the trust policy allowed before. */
  readonly earlier: readonly Gain[];
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
export const assumes = (action: string): boolean => /^(\*|sts:\*|sts:a[\w*]*|everything but .*)$/i.test(action);

function ofOne(who: Who, gain: Gain, role: Assumed): Severity | undefined {
  const { account, isNew, rights, trusted } = role;
  const isStrong = rights !== undefined && isAsSevere(rights, 'high');
  switch (who.type) {
    case 'federated':
      return ofTokens(who.provider, gain, {
        ...role,
        isTrusted: trusted.issuers.some((each) => isOf(who.provider, each)),
      });
    case 'service':
      if (who.service === ANY_SERVICE && gain.broad.unbound) return 'critical';
      return isNew ? undefined : 'medium';
    case 'account':
    case 'identity':
      if (who.account === account && account !== undefined) return isNew ? undefined : isStrong ? 'high' : 'medium';
      if (who.account !== undefined && trusted.accounts.includes(who.account)) return undefined;
      return isStrong ? 'critical' : 'high';
    default: {
      const one = { ...gain, who: [who] };
      if (reachOf(one, account, NOBODY) === 'own') return isNew ? undefined : isStrong ? 'high' : 'medium';
      if (reachOf(one, account, trusted) === 'own') return undefined;
      return isStrong ? 'critical' : 'high';
    }
  }
}

function ofTokens(
  provider: string,
  gain: Gain,
  { earlier, isNew, isTrusted }: Assumed & { readonly isTrusted: boolean },
) {
  const tokens = tokensOf(provider, gain);
  // The team answers for all who get a token there, though not for whom a token was made.
  if (isTrusted && !isShared(provider)) return tokens.of === 'named' ? undefined : 'medium';
  if (tokens.of === 'anyone') return 'critical';
  if (tokens.of !== 'named') return 'high';
  if (isNew || isTrusted) return undefined;
  const had = earlier.flatMap((each) => (isFor(each, provider) ? tokensOf(provider, each).values : []));
  return isOfSameProject(tokens.values, had) ? 'medium' : 'high';
}

const isFor = ({ who }: Gain, provider: string): boolean =>
  who.some((each) => each.type === 'federated' && each.provider === provider);

const isOf = (provider: string, issuer: string): boolean => issuerOf(provider) === issuer.replace(/^https:\/\//, '');
