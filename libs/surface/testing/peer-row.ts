import { postureRules } from '../src/posture/posture';
import { type PeerCheck } from './peer-checks';

/** Row of another tool's check in docs/rules.md. */
export function peerRow({ id, finds, notOurs }: PeerCheck): string {
  const ours = postureRules.filter(({ replaces }) => replaces?.includes(id)).map((rule) => `\`${rule.id}\``);
  return `| ${id} | ${finds} | ${notOurs === undefined ? ours.join(', ') : `not ours: ${notOurs}`} |`;
}
