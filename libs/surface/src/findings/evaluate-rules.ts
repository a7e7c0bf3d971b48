import { optional } from '../optional';
import { bySeverity, isAsSevere, type Finding, type Severity } from './finding';
import { locatedOf } from '../model/located';
import type { Family, Models, Rule, RuleInfo, Violation } from './rule';
import { printableText } from '../printable/text';
import type { Tier } from './tiers';

/** What rules of one family find in their model, the worst first. A rule that throws is a finding. */
export const evaluateRules = <F extends Family>(rules: readonly Rule<F>[], model: Models[F], tier?: Tier): Finding[] =>
  rules
    .filter(({ onlyAt }) => onlyAt === undefined || onlyAt === tier)
    .flatMap((rule) => findingsOf(rule, () => rule.find(model, tier), tier))
    .sort(bySeverity);

/**
 * The findings of one rule. Never throws: the review of everything else goes on.
 *
 * @param find what finds the rule's violations
 */
export function findingsOf(rule: AnyInfo, find: () => readonly Violation[], tier?: Tier): Finding[] {
  try {
    return find().map((violation) => findingOf(rule, violation, tier));
  } catch (error) {
    return [failureOf(rule, error)];
  }
}

type AnyInfo = RuleInfo & { readonly family?: Family };

/** The rule of findings that say that another rule threw. */
export const ruleFailed: RuleInfo = {
  id: 'rule-failed',
  severity: 'critical',
  title: 'Rule failed',
  why: 'A rule that throws has evaluated nothing, so that it finds nothing is no evidence.',
  remediation: 'Report it to the owner of the rule, and review by hand what the rule is for.',
  page: 'https://csrc.nist.gov/glossary/term/fail_safe',
};

function findingOf(rule: AnyInfo, violation: Violation, tier: Tier | undefined): Finding {
  const { at, subject, severity = rule.severity, remediation, before } = violation;
  const fields = (violation.fields ?? rule.fields)?.map((field) => field.replace('*', nameIn(at.address)));
  const of = violation.of ?? (rule.family === 'difference' ? partsOf(violation) : undefined);
  return {
    rule: rule.id,
    severity: worse(severity, tier && rule.tiers?.[tier]?.severity),
    subject: printableText(subject),
    message: printableText(violation.message),
    remediation: remediation ?? rule.remediation,
    ...locatedOf(at),
    ...optional('before', before === undefined ? undefined : printableText(before)),
    ...optional('after', violation.after === undefined ? undefined : printableText(violation.after)),
    ...optional('of', of?.map(printableText)),
    ...optional('fields', fields),
  };
}

/** Of a change the whole sentence, since another change at the same place is another one. */
const partsOf = ({ message, after }: Violation): readonly string[] =>
  after === undefined || message.includes(after) ? [message] : [message, after];

/** Its message is left out: it could quote a secret. */
function failureOf(rule: RuleInfo, error: unknown): Finding {
  const place = error instanceof Error && /([^/\\()\s]+:\d+):\d+\)?$/m.exec(error.stack ?? '')?.[1];
  const what = `${error instanceof Error ? error.name : typeof error}${place ? ` at ${place}` : ''}`;
  return {
    rule: ruleFailed.id,
    severity: worse('high', rule.severity),
    subject: `rule ${rule.id}`,
    message: `Rule ${rule.id} failed (${what}), so what it looks for is not reviewed: ${rule.title}.`,
    remediation: ruleFailed.remediation,
    address: rule.id,
  };
}

const worse = (one: Severity, other: Severity | undefined): Severity =>
  other === undefined || isAsSevere(one, other) ? one : other;

/** `module.a.aws_cognito_user_pool_client.app["x"]` -> `app` */
const nameIn = (address: string): string => /\.([^.[\]]+)(\[[^\]]*\])?$/.exec(address)?.[1] ?? address;
