import type { RuleInfo } from '../src/findings';
import { postureRules } from '../src/posture';
import { type PeerCheck } from './peer-checks';

/** Row of a rule in docs/rules.md. */
export const ruleRow = ({ id, severity, title, why, page, remediation }: RuleInfo): string =>
  `| \`${id}\` | ${severity} | ${title}. ${why} ([source](${page})) | ${remediation} |`;

/** Row of another tool's check in docs/rules.md. */
export function peerRow({ id, finds, notOurs }: PeerCheck): string {
  const ours = postureRules.filter(({ replaces }) => replaces?.includes(id)).map((rule) => `\`${rule.id}\``);
  return `| ${id} | ${finds} | ${notOurs === undefined ? ours.join(', ') : `not ours: ${notOurs}`} |`;
}
