import { type Environment } from '@gatehouse/environment';
import { type Finding, type PostureEvaluation } from '@gatehouse/surface/synth-posture';

export interface Refusal {
  readonly environment: Environment;
  readonly verdict: PostureEvaluation;
}

/** What would be deployed breaks posture rules too badly. `message` is the complete text to print. */
export class PostureError extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map(textOf).join('\n\n'));
    this.name = 'PostureError';
    this.stack = this.message;
  }
}

function textOf({ environment, verdict }: Refusal): string {
  const { refused, threshold } = verdict;
  const count = refused.length === 1 ? '1 finding' : `${refused.length} findings`;
  const limit = threshold === 'critical' ? 'critical' : `${threshold} or worse`;
  return [
    `Environment "${environment.name}" is refused: ${count}. Tier "${environment.tier}" accepts nothing ${limit}.`,
    ...refused.map((finding) => formatFinding(finding, environment.name)),
  ].join('\n\n');
}

function formatFinding(finding: Finding, environment: string): string {
  const { severity, rule, subject, message, remediation, address, constructPath, source } = finding;
  const where = [source, constructPath ?? finding.stack].filter((part) => part !== undefined).join('  ');
  return [
    `${severity}  ${subject}  (rule ${rule})`,
    `  where     ${where}`,
    `  address   ${address}`,
    `  found     ${message}`,
    `  to do     ${remediation}`,
    `  or        say why in environments/${environment}.json: "acknowledge": [{ "rule": "${rule}", "address": ${JSON.stringify(address)}, "reason": "…" }]`,
  ].join('\n');
}
