import { SEVERITIES, type Finding } from '../findings/finding';
import type { ReadPlans } from '../read-plans';
import { compare } from './comparison';
import { at } from './rule';
import { differenceRules } from './rules';

/** What plans change about people's access, the worst first, then by address. Pure. */
export function differences(read: ReadPlans): Finding[] {
  const comparison = compare(read);
  const found = differenceRules.flatMap((rule) =>
    rule.find(comparison).map((difference): Finding => {
      const { severity, subject, message, remediation, before, after } = difference;
      return {
        rule: rule.id,
        severity: severity ?? rule.severity,
        subject,
        message,
        remediation: remediation ?? rule.remediation,
        ...at(difference),
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      };
    }),
  );
  return found.sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      compareText(a.stack ?? '', b.stack ?? '') ||
      compareText(a.address, b.address) ||
      compareText(a.rule, b.rule),
  );
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
