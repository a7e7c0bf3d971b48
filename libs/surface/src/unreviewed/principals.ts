import type { Severity } from '../findings/finding';
import type { Violation } from '../findings/rule';
import { isUnknown } from '../model/value';
import { accountIn } from '../terraform/own-accounts';
import type { Trusted } from '../trusted';
import type { Unreviewed } from './changes';
import { hiddenHow, leavesOf, listOf } from './leaves';

/** Whom a change adds, by how its arguments are called: everyone, and accounts and organizations that are not known. */
export function principalsIn(found: Unreviewed, trusted: Trusted): readonly Violation[] {
  const { change, own } = found;
  const added = leavesOf(found).flatMap(({ path, name, before, after }) => {
    if (!NAMES.test(name)) return [];
    const had = new Set(listOf(before));
    const who = listOf(after).flatMap((item) => (had.has(item) ? [] : (whoIs(item, found, trusted) ?? [])));
    return who.map((each) => ({ path, who: each }));
  });
  if (added.length === 0) return [];
  const all = [...new Set(added.map(({ who }) => who))];
  const paths = [...new Set(added.map(({ path }) => path))];
  return [
    {
      at: change,
      subject: change.address,
      severity: severityOf(all, change.type, own),
      message: `${change.address} lets in ${all.join(' and ')} (${paths.join(', ')}).`,
      of: [...new Set(added.map(({ path, who }) => `${path} ${who}`))],
    },
  ];
}

/** `principals`, `allowed_principals`, `shared_accounts`, `account_ids`, `organization_arn`, `Principal` */
const NAMES =
  /(^|_)(principals?|principal_arns?|account_ids?|accounts|user_ids|grantees?|organization(al_unit)?_arns?|peer_owner_id)$|^groups?$/i;

const EVERYONE = 'every AWS account';
const HIDDEN = 'a principal that the plan hides as sensitive';

function whoIs(value: unknown, { own, ...found }: Unreviewed, trusted: Trusted): string | undefined {
  if (isUnknown(value)) return hiddenHow(value, { own, ...found }) === 'secret' ? HIDDEN : undefined;
  if (value === '*' || value === 'all') return EVERYONE;
  if (typeof value !== 'string') return undefined;
  const [, organization] = /^arn:[\w-]+:organizations::\d{12}:(?:organization|ou)\/(o-[a-z0-9]+)/.exec(value) ?? [];
  if (organization !== undefined)
    return trusted.organizations.includes(organization) ? undefined : `organization ${organization}`;
  const account = /^\d{12}$/.test(value) ? value : accountIn(value);
  return account === undefined || account === own || trusted.accounts.includes(account)
    ? undefined
    : `account ${account}`;
}

/** An account may be the plan's own, where nothing says which that is; what asks for acceptance lets in nobody yet. */
function severityOf(all: readonly string[], type: string, own: string | undefined): Severity {
  if (all.includes(EVERYONE)) return type.startsWith('aws_vpc_endpoint_service') ? 'high' : 'critical';
  if (all.includes(HIDDEN)) return 'high';
  return own === undefined && all.every((each) => each.startsWith('account ')) ? 'medium' : 'high';
}
