import { postureRules, type PostureRule } from '../src/posture';
import { type PeerCheck } from './peer-checks';

/** Row of a rule in docs/rules.md. */
export const ruleRow = ({ id, severity, title, why, page, remediation }: PostureRule): string =>
  `| \`${id}\` | ${severity} | ${title}. ${why} ([source](${page})) | ${remediation} |`;

/** Row of another tool's check in docs/rules.md. */
export function peerRow({ id, finds, notOurs }: PeerCheck): string {
  const ours = postureRules.filter(({ matches }) => matches.includes(id)).map((rule) => `\`${rule.id}\``);
  return `| ${id} | ${finds} | ${notOurs === undefined ? ours.join(', ') : `not ours: ${notOurs}`} |`;
}
