import { nameOfChange } from '../../changes/name-of-change';
import type { PlannedChange } from '../../changes/planned-change';
import { differenceRule } from '../../findings/rule';
import { violationsAt, type Found } from '../../findings/violations';
import { isUnknown } from '../../model/value';
import { rulesOfWebAcl, type WebAclRule } from '../../protection/web-acl-rules';
import { isObject } from '../../terraform/unreadable';
import { isMuchOfTheInternet } from '../address-ranges';
import type { Comparison } from '../comparison';

export const wafSetWidened = differenceRule({
  id: 'waf-set-widened',
  severity: 'high',
  title: 'Web ACL lets in more addresses',
  why: 'Requests from the addresses of an allow rule skip every rule after it; those that a block rule no longer lists pass it.',
  remediation: 'List the addresses that you know, and no range that others have addresses in.',
  page: 'https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-ipset-match.html',
  find: ({ changesOf }) => {
    const used = usesOf(changesOf);
    return TYPES.flatMap(([type, kind]) =>
      changesOf(type).flatMap((change) =>
        violationsAt(change, `${kind} ${nameOfChange(change)}`, widened(change, used(change))),
      ),
    );
  },
});

const TYPES = [
  ['aws_wafv2_ip_set', 'IP set'],
  ['aws_wafv2_regex_pattern_set', 'pattern set'],
] as const;

/** A rule that asks whether a request is in a set. */
interface Use {
  readonly rule: string;
  /** What becomes of requests that are in the set. */
  readonly effect: 'lets in' | 'stops' | 'counts';
}

function usesOf(changesOf: Comparison['changesOf']): (set: PlannedChange) => readonly Use[] {
  const found = new Map<string, Use[]>();
  const all = ['aws_wafv2_web_acl', 'aws_wafv2_rule_group'].flatMap((type) => changesOf(type));
  for (const rule of all.flatMap(({ after }) => (after && rulesOfWebAcl(after)) ?? [])) {
    for (const { arn, negated } of rule.sets) {
      const use = { rule: rule.name, effect: effectOn(rule.effect, negated) };
      for (const key of isUnknown(arn) ? (arn.references ?? []) : [String(arn)])
        found.set(key, [...(found.get(key) ?? []), use]);
    }
  }
  return ({ address, before }) => found.get(`${address}.arn`) ?? found.get(String(before?.['arn'])) ?? [];
}

const effectOn = (effect: WebAclRule['effect'], negated: boolean): Use['effect'] =>
  effect === 'lets in' || effect === 'stops' ? ((effect === 'lets in') === negated ? 'stops' : 'lets in') : 'counts';

function widened({ before, after }: PlannedChange, uses: readonly Use[]): readonly Found[] {
  const [was, now] = [before, after].map(membersOf);
  if (was === undefined || now === undefined) return [];
  const [added, removed] = [now.filter((each) => !was.includes(each)), was.filter((each) => !now.includes(each))];
  const lets = uses.find(({ effect }) => effect === 'lets in');
  const stops = uses.find(({ effect }) => effect === 'stops');
  const broad = isMuchOfTheInternet(added);
  return [
    {
      when: (added.length > 0 && lets !== undefined) || (uses.length === 0 && added.length + removed.length > 0),
      message: lets
        ? `Requests from ${some(added)} skip the rules after rule ${lets.rule}.`
        : `The set has ${some(added)} more and ${some(removed)} less, and no plan shows which rules use it.`,
      ...(broad ? {} : { severity: 'medium' as const }),
      before: some(was),
      after: some(now),
    },
    {
      when: removed.length > 0 && stops !== undefined,
      message: `Requests from ${some(removed)}, which rule ${stops?.rule ?? ''} stopped, pass it.`,
      severity: 'medium',
      before: some(was),
      after: some(now),
    },
  ];
}

/** Undefined: not there, or not known. */
function membersOf(values: PlannedChange['before']): readonly string[] | undefined {
  const members = values?.['addresses'] ?? values?.['regular_expression'];
  if (!Array.isArray(members)) return undefined;
  const texts = members.map((each) => (isObject(each) ? each['regex_string'] : each));
  return texts.every((each) => typeof each === 'string') ? texts : undefined;
}

const MOST = 3;
const RANGE = /^[\da-f.:]+\/\d+$/i;

/** Addresses; patterns by their number, as one may be a secret. */
const some = (members: readonly string[]): string =>
  members.length === 0
    ? 'none'
    : !members.every((each) => RANGE.test(each))
      ? `${members.length} ${members.length === 1 ? 'pattern' : 'patterns'}`
      : members.slice(0, MOST).join(', ') + (members.length > MOST ? ` and ${members.length - MOST} more` : '');
