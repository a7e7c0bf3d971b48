import type { PlannedChange } from '../../changes/planned-change';
import { differenceRule, type Violation } from '../../findings/rule';
import { isUnknown } from '../../model/value';
import { isObject } from '../../terraform/unreadable';
import type { Comparison } from '../comparison';
import { tagConditions, type TagCondition } from '../tag-conditions';

export const accessTagChanged = differenceRule({
  id: 'access-tag-changed',
  severity: 'high',
  title: 'Tag in a policy condition changed',
  why: 'A policy can allow a call by a tag of the resource or of the caller. With another value, other statements match, though no policy changes.',
  remediation: 'Restore the tag, or check whom the policy lets in with the new value.',
  page: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html',
  find: (comparison) => tagViolations(comparison),
});

/** One for each tag of a resource that policies of the plan decide by, and that changes. */
export function tagViolations({ changes }: Pick<Comparison, 'changes'>): readonly Violation[] {
  const tagged = changes.filter(isTagged);
  if (tagged.length === 0) return [];
  const conditions = tagConditions(changes);
  return conditions.length === 0 ? [] : tagged.flatMap((change) => violationsOf(change, conditions));
}

const isTagged = ({ action, after, before, changed, mode }: PlannedChange): boolean =>
  mode === 'managed' &&
  after !== undefined &&
  (before ? action !== 'no-op' && changed.some((name) => name === 'tags' || name === 'tags_all') : isSet(after));

const isSet = (values: Readonly<Record<string, unknown>>): boolean =>
  values['tags'] !== undefined || values['tags_all'] !== undefined;

function violationsOf(change: PlannedChange, conditions: readonly TagCondition[]): readonly Violation[] {
  const isPrincipal = PRINCIPALS.has(change.type);
  const [was, now] = [tagsOf(change.before), tagsOf(change.after)];
  const isNew = change.before === undefined;
  // A new policy is judged by itself. A new resource opens nothing that was there; a new principal gets rights by its tags.
  const about = conditions.filter(
    ({ at, of }) => at.before !== undefined && (of === 'principal' ? isPrincipal : !isNew),
  );
  const keys = [...new Set(about.map(({ key }) => key))].filter(
    (key) => now === undefined || was?.get(key) !== now.get(key),
  );
  return keys.map((key) => {
    const named = about.filter((each) => each.key === key);
    const [before, after] = [was?.get(key), now?.get(key)];
    const allows = (value: unknown, { allows }: TagCondition) => typeof value === 'string' && allows(value);
    const opens = named.filter((each) => allows(after, each) === true && allows(before, each) !== true);
    const isOpen = opens.length > 0;
    const isRights = named.some(({ of }) => of === 'principal');
    const policies = [...new Set((isOpen ? opens : named).map(({ at }) => at.address))].join(' and ');
    return {
      at: change,
      subject: change.address,
      severity: isOpen ? 'high' : 'medium',
      message: `${effect(change, isOpen, isRights)}: its tag ${key}${isNew ? '' : ', which changes,'} is a condition of ${policies}.`,
    };
  });
}

const effect = ({ address, before }: PlannedChange, isOpen: boolean, isRights: boolean): string =>
  isRights
    ? `${address} ${isOpen ? 'gets' : 'may get'} ${before ? 'other ' : ''}rights`
    : `Other principals ${isOpen ? 'can' : 'may be able to'} use ${address}`;

const PRINCIPALS = new Set(['aws_iam_role', 'aws_iam_user']);

/** By key in lower case, with those of the provider. Undefined: not known. */
function tagsOf(values: PlannedChange['before']): ReadonlyMap<string, unknown> | undefined {
  const tags = [values?.['tags_all'], values?.['tags']].find((each) => isObject(each) && !isUnknown(each));
  if (isObject(tags)) return new Map(Object.entries(tags).map(([key, value]) => [key.toLowerCase(), value]));
  return isUnknown(values?.['tags_all']) || isUnknown(values?.['tags']) ? undefined : new Map();
}
