import { ANY_SERVICE, type Gain } from '@gatehouse/policy';
import { issuerOf } from '../iam/federated';
import { accountIn } from '../terraform/own-accounts';
import type { Trusted } from '../trusted';
import { isOfAws } from './aws-accounts';

/** How far a gain of a resource's policy reaches, the widest first. */
export const REACHES = [
  /** A principal that the plan does not show. */
  'unknown',
  /** Anyone on the internet, or with an AWS account. */
  'public',
  /** Everyone of an organization that is not known to be the team's. */
  'organization',
  /** Accounts other than the resource's own, or services that act for them. */
  'account',
  /** Anyone in a network of the internet. */
  'network',
  /** A service that acts for any of its customers. */
  'customers',
  /** Anyone in a VPC. */
  'vpc',
  /** The resource's own account, or a service that acts for it. */
  'own',
] as const;
export type Reach = (typeof REACHES)[number];

/** @param own the account of the resource */
export function reachOf(gain: Gain, own: string | undefined, trusted: Trusted): Reach {
  const found = gain.who.map((who): Reach => {
    const isOwn = (account: string) => account === own || trusted.accounts.includes(account) || isOfAws(account);
    switch (who.type) {
      case 'unknown':
        return 'unknown';
      case 'anyone':
      case 'anyAccount':
        return gain.broad.public ? 'public' : narrowed(gain.conditions, isOwn, trusted);
      case 'account':
        return isOwn(who.account) ? 'own' : 'account';
      case 'identity':
        return who.account === undefined || isOwn(who.account) ? 'own' : 'account';
      case 'service':
        if (gain.broad.unbound && who.service === ANY_SERVICE) return 'public';
        return gain.broad.unbound && !namesSource(gain) ? 'customers' : narrowed(gain.conditions, isOwn, trusted);
      case 'canonicalUser':
        return 'account';
      case 'federated':
        return gain.broad.unbound ? 'customers' : 'own';
      case 'holder':
        return 'own';
    }
  });
  return REACHES.find((reach) => found.includes(reach)) ?? 'own';
}

/** By the token of a skill, or an ARN that has no account but names the resource: `arn:aws:route53:::hostedzone/Z1`. */
const namesSource = ({ conditions }: Gain): boolean =>
  conditions.map(conditionIn).some(({ key, operator, values }) => {
    const fields = values.map((value) => value.split(':'));
    const isOne = ([, , , , account = '*', ...rest]: string[]) => account === '' && !/^[*?]/.test(rest.join(':'));
    if (key === 'lambda:eventsourcetoken') return true;
    return (
      key === 'aws:sourcearn' &&
      /^Arn(Like|Equals)$|^String(Like|Equals)$/.test(operator) &&
      fields.length > 0 &&
      fields.every(isOne)
    );
  });

/** By the conditions under which everyone, or a service, gets in. */
function narrowed(conditions: readonly string[], isOwn: (account: string) => boolean, trusted: Trusted): Reach {
  const found = conditions.flatMap((condition): Reach[] => {
    const { key, operator, values } = conditionIn(condition);
    if (/Not|IfExists|^Null$/i.test(operator)) return [];
    if (SAYS_ACCOUNT.has(key)) {
      if (values.some(isOfAnyAccount)) return [];
      const accounts = values.flatMap(accountsIn);
      return [accounts.every(isOwn) ? 'own' : 'account'];
    }
    if (SAYS_ORGANIZATION.has(key))
      return [values.every((value) => isTrusted(value, trusted)) ? 'own' : 'organization'];
    if (key === 'aws:federatedprovider')
      return [values.every((value) => isIssuer(value, trusted)) ? 'own' : 'customers'];
    // An ID of a user or role says nothing of whose it is.
    if (key === 'aws:userid') return ['account'];
    if (/sourceip$/.test(key)) return ['network'];
    return /^aws:sourcevpc/.test(key) ? ['vpc'] : [];
  });
  // All of them must hold: the narrowest counts.
  return found.sort((a, b) => REACHES.indexOf(b) - REACHES.indexOf(a))[0] ?? 'own';
}

/** `ArnLike aws:SourceArn a or b` */
export function conditionIn(condition: string): { operator: string; key: string; values: readonly string[] } {
  const [operator = '', key = '', ...rest] = condition.split(' ');
  const values = rest.join(' ').split(' or ');
  return { operator, key: key.toLowerCase(), values: values.includes(NOT_KNOWN) ? [] : values };
}

const NOT_KNOWN = 'a value that is not known';

/** Whether wildcards leave open which account it is: `1*`, `arn:aws:iam::12345678901?:role/x`. */
function isOfAnyAccount(value: string): boolean {
  const [, , , , account = value] = value.split(':');
  return /[*?]/.test(account);
}

/** An ARN of S3 has no account. */
const accountsIn = (value: string): readonly string[] =>
  /^\d{12}$/.test(value) ? [value] : [accountIn(value) ?? []].flat();

const isTrusted = (value: string, { organizations }: Trusted): boolean =>
  organizations.includes(value.split('/')[0] ?? value);

const isIssuer = (provider: string, { issuers }: Trusted): boolean =>
  issuers.some((issuer) => issuerOf(provider) === issuer.replace(/^https:\/\//, ''));

const SAYS_ACCOUNT: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceowner',
  'kms:calleraccount',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
]);

const SAYS_ORGANIZATION: ReadonlySet<string> = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
]);

/** Accounts that the services of a gain act for, other than those that are trusted. */
export const otherAccountsOf = (gain: Gain, own: string | undefined, trusted: Trusted): readonly string[] => [
  ...new Set(
    gain.conditions
      .map(conditionIn)
      .flatMap(({ key, values }) => (SAYS_ACCOUNT.has(key) ? values.flatMap(accountsIn) : []))
      .filter((account) => account !== own && !trusted.accounts.includes(account) && !isOfAws(account)),
  ),
];
