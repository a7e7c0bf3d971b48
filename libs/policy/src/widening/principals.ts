import { RequestContext } from '../context';
import { isSpared, namingOf, type Naming } from '../match/principal';
import { type Principal } from '../model';
import { accountOf } from '../principal';
import { type Policy } from '../read/policy';
import { type Named } from '../read/principals';
import { type Statement } from '../read/statement';
import { type Operator, operators } from '../condition/operators';
import { type Literal, literalOf } from './conditions/literal';
import { type Fixed } from './conditions/satisfy';
import { hasSymbol } from './language/symbol';

/** Who gains. `holder` has the identity policies, `account` are its users and roles that no policy names; `unknown` is whom the plan does not tell. */
export type Who =
  | { readonly type: 'holder'; readonly name: string }
  | { readonly type: 'anyone' }
  | { readonly type: 'anyAccount' }
  | { readonly type: 'account'; readonly account: string }
  | { readonly type: 'identity'; readonly arn: string; readonly account?: string }
  | { readonly type: 'service'; readonly service: string }
  | { readonly type: 'federated'; readonly provider: string }
  | { readonly type: 'canonicalUser'; readonly id: string }
  | { readonly type: 'unknown' };

/** One of those who a policy treats alike. */
export interface Representative {
  readonly who: Who;
  readonly principal: Principal;
  readonly fixed: Fixed;
  /** What holds for each of those that it stands for. */
  readonly always: readonly Literal[];
}

/** An account that nobody names. */
function otherThan(accounts: ReadonlySet<string>): string {
  let number = 999_988_887_777;
  while (accounts.has(String(number))) number -= 1;
  return String(number);
}

/**
 * One of each kind of principal that the policies tell apart, those with most company first.
 *
 * @param anonymous whether requests without a signature reach the resource
 */
export function representatives(
  policies: readonly Policy[],
  { account, anonymous }: { readonly account?: string; readonly anonymous: boolean },
): Representative[] {
  const statements = policies.flatMap((policy) => policy.statements);
  const named = new Map<string, Named>();
  for (const { principals } of statements)
    for (const each of principals?.named ?? []) named.set('name' in each ? `${each.type} ${each.name}` : '*', each);
  const accounts = new Set([...[...named.values()].flatMap(accountNamed), ...accountsAsked(statements)]);
  if (account !== undefined) accounts.add(account);
  const other = member(otherThan(accounts));
  return [
    ...(anonymous ? [representative({ type: 'anyone' }, { type: 'anonymous' })] : []),
    representative({ type: 'anyAccount' }, other),
    ...accountsLike(statements, accounts).map((each) => representative({ type: 'anyAccount' }, member(each))),
    ...[...accounts].map((each) => representative({ type: 'account', account: each }, member(each))),
    ...servicesOfAll(statements),
    ...[...named.values()].flatMap((each) => ofName(each, other)),
  ];
}

const member = (account: string): Principal => ({ type: 'user', arn: `arn:aws:iam::${account}:user/example` });

function accountNamed(named: Named): string[] {
  if (named.type !== 'AWS') return [];
  const [, account = named.name] = /^arn:[\w-]+:(?:iam|sts)::(\d{12}):/.exec(named.name) ?? [];
  return /^\d{12}$/.test(account) ? [account] : [];
}

/** Accounts that conditions ask for. */
const accountsAsked = (statements: readonly Statement[]): string[] =>
  accountPatterns(statements).flatMap((value) => value.match(/\b\d{12}\b/g) ?? []);

const accountPatterns = (statements: readonly Statement[]): readonly string[] =>
  statements
    .flatMap(({ conditions }) => conditions)
    .filter(({ key }) => /^aws:principal(arn|account)$/i.test(key))
    .flatMap(({ values }) => values);

/** Accounts that nobody names and that wildcards of conditions let in: `12*`, `arn:aws:iam::12345678901?:role/x`. */
function accountsLike(statements: readonly Statement[], named: ReadonlySet<string>): string[] {
  const found = accountPatterns(statements).flatMap((value) => {
    const pattern = value.split(':')[4] ?? value;
    if (!/^(?=.*[*?])[\d*?]+$/.test(pattern)) return [];
    const missing = 12 - pattern.replaceAll('*', '').length;
    if (missing < 0) return [];
    // Of each digit one: an account that is named may be the only one with the first.
    const filled = [...'0123456789'].map((digit) =>
      pattern.replace('*', digit.repeat(missing)).replaceAll('*', '').replaceAll('?', digit),
    );
    return filled.filter((each) => /^\d{12}$/.test(each) && !named.has(each)).slice(0, 1);
  });
  return [...new Set(found)];
}

/** Services that statements for everyone let in by saying that it must be one. */
const servicesOfAll = (statements: readonly Statement[]): Representative[] =>
  statements
    .filter(({ principals }) => principals?.named.some(({ type }) => type === 'everyone'))
    .flatMap(({ conditions }) => conditions)
    .filter(({ key }) => /^aws:principal(isawsservice|servicename)$/i.test(key))
    .map(({ key, values: [value = ''] }) => (/name$/i.test(key) && /^[\w.-]+$/.test(value) ? value : undefined))
    .filter((each, at, all) => all.indexOf(each) === at)
    .map((service) =>
      representative(
        { type: 'service', service: service ?? ANY_SERVICE },
        { type: 'service', service: service ?? 'any.amazonaws.com' },
      ),
    );

/** Stands for every service of AWS. */
export const ANY_SERVICE = '*';

function ofName(named: Named, other: Principal): Representative[] {
  if (named.type === 'everyone') return [];
  const { name, type } = named;
  if (hasSymbol(name)) return [representative({ type: 'unknown' }, { type: 'user', arn: name })];
  if (type === 'Service')
    return [representative({ type: 'service', service: name }, { type: 'service', service: name })];
  if (type === 'Federated')
    return [representative({ type: 'federated', provider: name }, { type: 'federated', provider: name })];
  if (type === 'CanonicalUser') {
    const principal = { ...other, canonicalUser: name } as Principal;
    return [representative({ type: 'canonicalUser', id: name }, principal)];
  }
  // Accounts have theirs; the ID of a deleted role or user is nobody's.
  if (!name.startsWith('arn:') || /:root$/.test(name)) return [];
  const principal = principalOf(name);
  return [representative({ type: 'identity', arn: name, account: accountOf(principal) }, principal)];
}

/** The principal with an ARN; of a role, a session. */
export function principalOf(arn: string): Principal {
  const [, partition, account, role] = /^arn:([\w-]+):iam::([^:]*):role\/(?:.*\/)?([^/]+)$/.exec(arn) ?? [];
  if (role !== undefined) {
    return { type: 'session', arn: `arn:${partition}:sts::${account}:assumed-role/${role}/example`, roleArn: arn };
  }
  const [, of, number, session] = /^arn:([\w-]+):sts::([^:]*):assumed-role\/([^/]+)\//.exec(arn) ?? [];
  if (session !== undefined) return { type: 'session', arn, roleArn: `arn:${of}:iam::${number}:role/${session}` };
  return { type: 'user', arn };
}

function representative(who: Who, principal: Principal): Representative {
  const isMany = who.type === 'account' || who.type === 'anyAccount';
  const account = accountOf(principal) ?? '';
  return { who, principal, fixed: fixedKeys(principal, isMany), always: isMany ? [ofAccount(account)] : [] };
}

/** Whatever its ARN is, it is one of the account. */
function ofAccount(account: string): Literal {
  const operator = operators.get('StringLike') as Operator;
  const values = [`arn:*:iam::${account}:*/*`];
  return literalOf({ name: 'StringLike', operator, ifExists: false, key: 'aws:PrincipalArn', values }, false, false);
}

/**
 * Keys that follow from the principal.
 *
 * @param isMany whether it stands for many with different ARNs
 */
export function fixedKeys(principal: Principal, isMany = false): Fixed {
  const context = new RequestContext({ principal, action: '', resource: '' });
  const free = isMany ? ['aws:principalarn', 'aws:username', 'aws:principaltype'] : [];
  const signs = 'arn' in principal;
  return (key) => {
    if (free.includes(key) || key === 'aws:resourceaccount') return undefined;
    const value = context.valuesOf(key);
    if (value !== undefined) return { value };
    const isOfPrincipal = /^aws:(principal|username|userid)/.test(key);
    return isOfPrincipal && !signs ? { value: undefined } : undefined;
  };
}

/** How a statement names a principal; `undefined` where it is not about it. */
export function naming({ principals }: Statement, principal: Principal, bounded: boolean): Naming | undefined {
  if (!principals) return 'itself';
  if (!principals.not) return namingOf(principal, principals.named);
  return isSpared(principal, principals.named, bounded) ? undefined : 'itself';
}
