import type { Found } from '../findings/violations';
import { actionOf, rulesOfWebAcl, type WebAclRule } from '../protection/web-acl-rules';
import { contains } from '../protection/web-acl-statement';
import { unknownsIn } from '../terraform/convert';

type Values = Readonly<Record<string, unknown>>;

/** What a web ACL, or a group of rules, stops no longer. */
export function weakerAcl(before: Values, after: Values): readonly Found[] {
  return [
    {
      when: actionOf(before['default_action']) === 'block' && actionOf(after['default_action']) === 'allow',
      message: 'Every request that no rule stops passes.',
      before: 'block',
      after: 'allow',
    },
    ...weakerRules(rulesOfWebAcl(before), rulesOfWebAcl(after)),
  ];
}

type Rules = readonly WebAclRule[] | undefined;

function weakerRules(before: Rules, after: Rules): readonly Found[] {
  if (!before) return [];
  const stopping = before.filter(({ effect }) => effect === 'stops');
  if (!after) {
    const message = 'Which requests it stops is known only after the apply.';
    return [{ when: stopping.length > 0, message, severity: 'medium', after: 'known after apply' }];
  }
  return [
    ...stopping.flatMap((was) => weakerRule(was, sameRule(was, after))),
    ...after.filter(({ effect }) => effect === 'lets in').map((now) => letsIn(now, before, after)),
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
    ...looksElsewhere(was, now),
  ];
}

/** A rule that stays, and no longer sees what it saw. */
const looksElsewhere = (was: WebAclRule, now: WebAclRule): readonly Found[] => [
  {
    when: now.scope !== undefined && now.scope !== was.scope,
    message: `Rule ${was.name} looks at ${was.scope === undefined ? 'some' : 'others'} of the requests only; the rest pass it.`,
    ...(was.scope === undefined ? {} : { severity: 'medium' as const }),
    before: was.scope === undefined ? 'every request' : 'a part of the requests',
    after: 'a part of the requests',
  },
  ...byHeader(was, now),
  {
    when: was.countsBy !== now.countsBy && was.countsBy !== undefined && now.countsBy !== 'FORWARDED_IP',
    message: `Rule ${was.name} no longer counts the requests of one address.`,
    severity: 'medium',
    before: was.countsBy ?? 'none',
    after: now.countsBy ?? 'none',
  },
  {
    when: isOther(now, was),
    message: `Rule ${was.name} looks for other requests: some that it stopped may pass.`,
    severity: 'medium',
  },
];

const byHeader = (was: WebAclRule, now: WebAclRule): readonly Found[] => [
  {
    when: !was.byHeader && now.byHeader,
    message: `Rule ${was.name} takes the address of a caller from a header, which callers write themselves.`,
    before: 'address of the connection',
    after: 'header',
  },
];

/** Whether a rule matches less than one of the same name did, as far as is known. */
const isOther = (now: WebAclRule, was: WebAclRule): boolean =>
  unknownsIn([was.looksFor, now.looksFor]).length === 0 && !contains(now.looksFor, was.looksFor);

/** Requests that a rule allows skip the rules after it. */
function letsIn(now: WebAclRule, before: readonly WebAclRule[], after: readonly WebAclRule[]): Found | undefined {
  const was = sameRule(now, before);
  // A rule that stopped before is reported with what it stopped.
  if (was?.effect === 'stops') return undefined;
  const message = `Requests that rule ${now.name} matches skip the rules after it.`;
  if (was?.effect !== 'lets in') return { message, severity: 'medium', before: 'none', after: 'allow' };
  const [header] = byHeader(was, now);
  if (header?.when) return header;
  if (isOther(was, now))
    return { message: `Rule ${now.name} lets in other requests, which skip the rules after it.`, severity: 'medium' };
  const first = new Set(stoppingBefore(was, before));
  const behind = new Set(stoppingBefore(now, after));
  const skipped = [...first].filter((name) => !behind.has(name) && after.some((each) => each.name === name));
  return {
    when: skipped.length > 0,
    message: `Requests that rule ${now.name} matches skip ${skipped.join(', ')}, which came first until now.`,
    severity: 'medium',
    before: `priority ${was.priority}`,
    after: `priority ${now.priority}`,
  };
}

const stoppingBefore = ({ priority }: WebAclRule, all: readonly WebAclRule[]): readonly string[] =>
  all.filter((each) => each.effect === 'stops' && each.priority < priority).map(({ name }) => name);

const NO_LONGER = {
  counts: { words: 'are only counted', after: 'counts' },
  'lets in': { words: 'are allowed', after: 'lets in' },
  unknown: { words: 'may pass', after: 'known after apply', severity: 'medium' },
} as const;

const sameRule = ({ name, statement }: WebAclRule, all: readonly WebAclRule[]): WebAclRule | undefined =>
  all.find((each) => each.name === name) ?? all.find((each) => each.statement === statement);
