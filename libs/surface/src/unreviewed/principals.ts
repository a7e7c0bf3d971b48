import type { PlannedChange } from '../changes/planned-change';
import type { Violation } from '../findings/rule';
import { isUnknown } from '../model/value';
import { accountIn } from '../terraform/own-accounts';
import { leavesOf } from './leaves';

/** Whom a change adds, by how its arguments are called: accounts other than those that are known. */
export const principalsIn = (change: PlannedChange, isOwn: (account: string) => boolean): readonly Violation[] =>
  leavesOf(change).flatMap(({ path, before, after }) => {
    if (!NAMES.test(path.split('.').at(-1) ?? '')) return [];
    const had = new Set(listOf(before));
    const added = listOf(after)
      .filter((item) => !had.has(item))
      .flatMap((item) => whoIs(item, isOwn) ?? []);
    if (added.length === 0) return [];
    const who = [...new Set(added)];
    return [
      {
        at: change,
        subject: change.address,
        message: `${sentence(who)} can use ${change.address}, or what it is for: ${path}.`,
        after: who.join(', '),
        of: who.map((each) => `${path} ${each}`),
      },
    ];
  });

/** `principals`, `allowed_principals`, `shared_accounts`, `account_ids` */
const NAMES = /(^|_)(principals?|principal_arns?|account_ids?|accounts|user_ids|grantees?)$/;

function whoIs(value: unknown, isOwn: (account: string) => boolean): string | undefined {
  if (isUnknown(value)) return value.sensitive ? 'a principal that the plan hides' : undefined;
  if (value === '*' || value === 'all') return 'everyone';
  if (typeof value !== 'string') return undefined;
  const account = /^\d{12}$/.test(value) ? value : accountIn(value);
  return account === undefined || isOwn(account) ? undefined : `account ${account}`;
}

const sentence = (who: readonly string[]): string => {
  const text = who.join(' and ');
  return `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
