import { Unknown as NotKnown } from '@gatehouse/policy';
import { isControlling } from './control';
import { isObject } from '../terraform/unreadable';

/**
 * Whether a policy lets in only its own account, and services that act for it, and denies all that it denied: nearly every
 * policy does, and a plan can make thousands.
 *
 * @param before JSON text or a document; undefined: there was none
 */
export function isPlain(before: unknown, after: unknown, own: string | undefined): boolean {
  const now = statementsIn(after);
  const was = before === undefined ? [] : statementsIn(before);
  const same = new Set((was ?? []).map((statement) => JSON.stringify(statement)));
  const isHarmless = (statement: unknown) =>
    isObject(statement) && letsOwnIn(statement, own) && (!givesMore(statement) || same.has(JSON.stringify(statement)));
  if (!now || !now.every(isHarmless)) return false;
  // An ARN of a bucket does not say whose it is.
  if (now.filter(namesOwner).length < (was ?? []).filter(namesOwner).length) return false;
  const kept = new Set(now.map((statement) => JSON.stringify(statement)));
  return (
    was?.every((each) => isObject(each) && (each['Effect'] === 'Allow' || kept.has(JSON.stringify(each)))) ?? false
  );
}

/** The statements of a policy whose statements are known, at least the first. */
export function statementsIn(document: unknown): readonly unknown[] | undefined {
  const parsed = typeof document === 'string' ? parse(document) : document;
  return isObject(parsed) && !(parsed instanceof NotKnown) && isObject([parsed['Statement']].flat()[0])
    ? [parsed['Statement']].flat()
    : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether it may be more than the everyday rights of a principal; everything but some actions is. */
function givesMore({ Action, Effect, Principal }: Statement): boolean {
  if (Effect === 'Deny' || !isObject(Principal) || Principal['AWS'] === undefined) return false;
  const isMore = (action: unknown) => typeof action !== 'string' || isControlling(action) || /^secretsm/i.test(action);
  return [Action].flat().some(isMore);
}

function letsOwnIn({ Condition, Effect, NotPrincipal, Principal }: Statement, own: string | undefined): boolean {
  if (Effect === 'Deny') return true;
  if (Effect !== 'Allow' || NotPrincipal !== undefined || !isObject(Principal)) return false;
  return Object.entries(Principal).every(([kind, names]) => {
    if (kind === 'Service') return isForOwn(Condition, own);
    return kind === 'AWS' && own !== undefined && [names].flat().every((name) => isOfAccount(name, own));
  });
}

const namesOwner = (statement: unknown): boolean =>
  isObject(statement) && /"aws:Source(Account|Owner|Org\w+)":/i.test(JSON.stringify(statement['Condition'] ?? {}));

interface Statement {
  readonly Action?: unknown;
  readonly Condition?: unknown;
  readonly Effect?: unknown;
  readonly NotPrincipal?: unknown;
  readonly Principal?: unknown;
}

const isOfAccount = (name: unknown, own: string): boolean =>
  name === own || (typeof name === 'string' && /^arn:[\w-]+:(iam|sts)::(\d{12}):/.exec(name)?.[2] === own);

/** Whether a condition says for whom the service acts, and that is the account. */
function isForOwn(condition: unknown, own: string | undefined): boolean {
  if (!isObject(condition)) return false;
  return Object.entries(condition).some(
    ([operator, keys]) =>
      /^(StringEquals|StringLike|ArnEquals|ArnLike)$/.test(operator) &&
      isObject(keys) &&
      Object.entries(keys).some(
        ([key, values]) =>
          /^aws:Source(Arn|Account)$/i.test(key) && [values].flat().every((value) => isOwn(value, own)),
      ),
  );
}

function isOwn(value: unknown, own: string | undefined): boolean {
  if (value instanceof NotKnown) return value.because !== 'sensitive';
  if (typeof value !== 'string' || value.includes('$')) return false;
  const [arn, , service, , account, ...rest] = value.split(':');
  if (arn !== 'arn') return value === own;
  // Any API, those without authorization too; an ARN of S3 has no account.
  if (/^[*?]/.test(rest.join(':')) || service === undefined || /[*?]/.test(service)) return false;
  return account === '' ? service === 's3' : own !== undefined && account === own;
}
