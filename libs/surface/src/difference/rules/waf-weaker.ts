import { nameOfChange } from '../../changes/name-of-change';
import { actionOf, rulesOfWebAcl, type WebAclRule } from '../../protection/web-acl-rules';
import { differenceRule } from '../../findings/rule';
import { violationsAt, type Found } from '../../findings/violations';

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
      return violationsAt(change, `web ACL ${nameOfChange(change)}`, [
        {
          when: actionOf(before['default_action']) === 'block' && actionOf(after['default_action']) === 'allow',
          message: 'Every request that no rule stops passes.',
          before: 'block',
          after: 'allow',
        },
        ...weakerRules(rulesOfWebAcl(before), rulesOfWebAcl(after)),
      ]);
    }),
});

function weakerRules(
  before: readonly WebAclRule[] | undefined,
  after: readonly WebAclRule[] | undefined,
): readonly Found[] {
  if (!before) return [];
  const stopping = before.filter(({ effect }) => effect === 'stops');
  if (!after) {
    const message = 'Which requests it stops is known only after the apply.';
    return [{ when: stopping.length > 0, message, severity: 'medium', after: 'known after apply' }];
  }
  return [
    ...stopping.flatMap((was) => weakerRule(was, sameRule(was, after))),
    ...after.map((now): Found => ({
      // A rule that stopped before is reported with what it stopped.
      when: now.effect === 'lets in' && !['lets in', 'stops'].includes(sameRule(now, before)?.effect ?? ''),
      message: `Requests that rule ${now.name} matches skip the rules after it.`,
      severity: 'medium',
      before: 'none',
      after: 'allow',
    })),
  ];
}

function weakerRule(was: WebAclRule, now: WebAclRule | undefined): Found | readonly Found[] {
  const { name } = was;
  if (!now) return { message: `Requests that rule ${name} stopped pass.`, before: 'stops', after: 'none' };
  if (now.effect !== 'stops') {
    const { words, ...rest } = NO_LONGER[now.effect ?? 'unknown'];
    return { message: `Requests that rule ${name} stopped ${words}.`, before: 'stops', ...rest };
  }
  const relaxed = now.relaxed.filter((each) => !was.relaxed.includes(each));
  return [
    {
      when: relaxed.length > 0,
      message: `In group ${name}, ${relaxed.join(', ')} no longer stops requests.`,
      before: 'stops',
      after: 'counts',
    },
    {
      when: was.limit !== undefined && now.limit !== undefined && now.limit > was.limit,
      message: `One address can send more requests before rule ${name} stops it.`,
      severity: 'medium',
      before: String(was.limit),
      after: String(now.limit),
    },
  ];
}

const NO_LONGER = {
  counts: { words: 'are only counted', after: 'counts' },
  'lets in': { words: 'are allowed', after: 'lets in' },
  unknown: { words: 'may pass', after: 'known after apply', severity: 'medium' },
} as const;

const sameRule = ({ name, statement }: WebAclRule, all: readonly WebAclRule[]): WebAclRule | undefined =>
  all.find((each) => each.name === name) ?? all.find((each) => each.statement === statement);
