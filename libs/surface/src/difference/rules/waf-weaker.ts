import { actionOf, rulesOfWebAcl, type WebAclRule } from '../../protection/web-acl-rules';
import { differenceRule, type Violation } from '../../findings/rule';
import { nameOf } from '../show';

export const wafWeaker = differenceRule({
  id: 'waf-weaker',
  severity: 'high',
  title: 'Web ACL weakened',
  why: 'Requests that its rules no longer stop reach every API and sign-in page behind the web ACL.',
  remediation: 'Restore the rule, or set it to count first and look at what it would have stopped.',
  page: 'https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-processing.html',
  find: ({ changesOf }) =>
    changesOf('aws_wafv2_web_acl').flatMap((change) => {
      const { before, after } = change;
      if (!before || !after) return [];
      const name = nameOf(after['name'], change);
      const found = [
        ...weakerDefault(before, after),
        ...weakerRules(rulesOfWebAcl(before), rulesOfWebAcl(after)),
      ];
      return found.map((each) => ({ at: change, subject: `web ACL ${name}`, ...each }));
    }),
});

type Found = Pick<Violation, 'message' | 'severity' | 'before' | 'after'>;
type Values = Readonly<Record<string, unknown>>;

function weakerDefault(before: Values, after: Values): Found[] {
  const [was, now] = [actionOf(before['default_action']), actionOf(after['default_action'])];
  if (was !== 'block' || now !== 'allow') return [];
  return [{ message: 'Every request that no rule stops passes.', before: 'block', after: 'allow' }];
}

function weakerRules(
  before: readonly WebAclRule[] | undefined,
  after: readonly WebAclRule[] | undefined,
): Found[] {
  if (!before) return [];
  const stopping = before.filter(({ effect }) => effect === 'stops');
  if (!after) {
    const message = 'Which requests it stops is known only after the apply.';
    return stopping.length === 0 ? [] : [{ message, severity: 'medium', after: 'known after apply' }];
  }
  return [
    ...stopping.flatMap((was) => weakerRule(was, sameRule(was, after))),
    ...after
      .filter(
        (now) => now.effect === 'lets in' && !LETS_IN_OR_REPORTED.includes(sameRule(now, before)?.effect),
      )
      .map(({ name }) => ({
        message: `Requests that rule ${name} matches skip the rules after it.`,
        severity: 'medium' as const,
        before: 'none',
        after: 'allow',
      })),
  ];
}

function weakerRule(was: WebAclRule, now: WebAclRule | undefined): Found[] {
  const { name } = was;
  if (!now) return [{ message: `Requests that rule ${name} stopped pass.`, before: 'stops', after: 'none' }];
  if (now.effect !== 'stops') {
    const { words, ...rest } = NO_LONGER[now.effect ?? 'unknown'];
    return [{ message: `Requests that rule ${name} stopped ${words}.`, before: 'stops', ...rest }];
  }
  const relaxed = now.relaxed.filter((each) => !was.relaxed.includes(each));
  const raised = was.limit !== undefined && now.limit !== undefined && now.limit > was.limit;
  return [
    ...(relaxed.length > 0
      ? [
          {
            message: `In group ${name}, ${relaxed.join(', ')} no longer stops requests.`,
            before: 'stops',
            after: 'counts',
          },
        ]
      : []),
    ...(raised
      ? [
          {
            message: `One address can send more requests before rule ${name} stops it.`,
            severity: 'medium' as const,
            before: String(was.limit),
            after: String(now.limit),
          },
        ]
      : []),
  ];
}

const NO_LONGER = {
  counts: { words: 'are only counted', after: 'counts' },
  'lets in': { words: 'are allowed', after: 'lets in' },
  unknown: { words: 'may pass', after: 'known after apply', severity: 'medium' },
} as const;

/** A rule that stopped before is reported with what it stopped. */
const LETS_IN_OR_REPORTED: readonly WebAclRule['effect'][] = ['lets in', 'stops'];

const sameRule = ({ name, statement }: WebAclRule, all: readonly WebAclRule[]): WebAclRule | undefined =>
  all.find((each) => each.name === name) ?? all.find((each) => each.statement === statement);
