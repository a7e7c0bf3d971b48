import { actionNamed, actionsOf } from './actions/actions';
import { hasSymbol } from './language/symbol';
import { actionPattern, contains, matches } from './language/pattern';
import { type AccessLevel, type Broad } from './model';
import { type Who } from './principals';
import { type RuleGain } from './rule-gain';
import { isEveryOfKind } from './kinds-of-names';
import { isNarrowedTo, isOfClient } from './narrowing';

const levels: readonly AccessLevel[] = ['List', 'Read', 'Tagging', 'Write', 'Permissions management'];

/** How far a gain reaches. */
export function broadOf(
  { actions, resources, rule, unconfined }: RuleGain,
  who: readonly Who[],
  account: string | undefined,
): Broad {
  const { actions: written, resources: named } = rule.statement;
  const patterns = written.not ? ['*'] : actions;
  const isAll = patterns.some((each) => actionPattern(each).text === '*' || /^\*+:\*+$/.test(each));
  const everywhere = named === undefined ? false : named.not || resources.some(isEvery);
  const narrowed = isNarrowedTo(rule);
  return {
    everything: isAll && everywhere,
    services: [...new Set(patterns.flatMap((each) => /^([\w-]+):\*+$/.exec(each)?.[1]?.toLowerCase() ?? []))],
    sweeping: everywhere && patterns.some(couldBeNarrower),
    ofAccount: everywhere && patterns.some(isOfAccount),
    unconfined,
    public: who.some(({ type }) => type === 'anyone' || type === 'anyAccount') && !narrowed,
    unbound: who.some(({ type }) => (type === 'service' && !narrowed) || (type === 'federated' && !isOfClient(rule))),
    otherAccounts: who.some((each) => isElsewhere(each, account)),
    levels: levelsOf(patterns),
  };
}

function isElsewhere(who: Who, account: string | undefined): boolean {
  if (who.type === 'anyone' || who.type === 'anyAccount' || who.type === 'canonicalUser') return true;
  return (who.type === 'account' || who.type === 'identity') && who.account !== undefined && who.account !== account;
}

/**
 * Whether a resource is every one of a kind: `*`, `arn:aws:secretsmanager`, `arn:aws:ec2:*:*:instance/*`. Of S3, every
 * bucket, not every object of one.
 */
export function isEvery(resource: string): boolean {
  const [, , service = '', , , ...rest] = resource.split(':');
  const name = rest.join(':');
  if (hasSymbol(resource)) return false;
  if (resource === '*' || rest.length === 0) return true;
  if (isEveryOfKind(resource)) return true;
  if (service === 's3') return name.startsWith('*');
  return /^([\w-]+[/:])?[*?]+([/:][*?]+)*$/.test(name);
}

/** Whether an action of the pattern knows narrower resources. */
function couldBeNarrower(pattern: string): boolean {
  const lower = pattern.toLowerCase();
  const exact = actionNamed(lower);
  if (exact) return exact.hasResources;
  if (!/[*?]/.test(lower)) return true;
  const found = actionsMatching(lower);
  return found.length === 0 || found.some(({ hasResources }) => hasResources) || isPartial(lower);
}

/** Reads count by name: AWS calls some of them permissions management. */
function isOfAccount(pattern: string): boolean {
  const lower = pattern.toLowerCase();
  const exact = actionNamed(lower);
  // It reads every policy of the account.
  if (lower === 'iam:getaccountauthorizationdetails') return true;
  const found = exact ? [exact] : /[*?]/.test(lower) ? actionsMatching(lower) : [];
  return found.some(
    ({ hasResources, level, name }) =>
      level === 'Permissions management' && !hasResources && !/:(batch)?(get|list|describe)/i.test(name),
  );
}

/** Services of which the table has only actions without resources: others may match. */
const isPartial = (pattern: string): boolean => {
  const all = [...actionsOf(pattern.split(':')[0] ?? '').values()];
  return (
    !all.some(({ hasResources }) => hasResources) &&
    !all.every(({ name }) => matches(actionPattern(pattern), name.toLowerCase()))
  );
};

const actionsMatching = (pattern: string) => {
  const wanted = actionPattern(pattern);
  return [...actionsOf(pattern.split(':')[0] ?? '')]
    .filter(([name]) => matches(wanted, name))
    .map(([, action]) => action);
};

function levelsOf(patterns: readonly string[]): AccessLevel[] {
  const found = new Set(patterns.flatMap((pattern) => levelsOfPattern(pattern.toLowerCase())));
  return levels.filter((level) => found.has(level));
}

function levelsOfPattern(pattern: string): AccessLevel[] {
  if (contains(actionPattern(pattern), actionPattern('*'))) return [...levels];
  const exact = actionNamed(pattern);
  if (exact) return [exact.level];
  const found = /[*?]/.test(pattern) ? actionsMatching(pattern).map(({ level }) => level) : [];
  return found.length > 0 ? found : [levelByName(pattern)];
}

/** By its first word, for actions that the table does not have. */
function levelByName(action: string): AccessLevel {
  const name = action.split(':')[1] ?? '';
  if (/^list/.test(name)) return 'List';
  if (/^(get|describe|batchget|query|scan|select|read|search|lookup)/.test(name)) return 'Read';
  return /^(un)?tag/.test(name) ? 'Tagging' : 'Write';
}
