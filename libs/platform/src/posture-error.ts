import { type Environment, showFields } from '@gatehouse/environment';
import { type Evaluation, type Finding, isWorthAccepting, tierLimit } from '@gatehouse/surface/synth-posture';

export interface Refusal {
  readonly environment: Environment;
  readonly evaluation: Evaluation;
}

/** What would be deployed breaks rules too badly. `message` is the complete text to print. */
export class PostureError extends Error {
  constructor(readonly refusals: readonly Refusal[]) {
    super(refusals.map(textOf).join('\n\n'));
    this.name = 'PostureError';
    this.stack = this.message;
  }
}

function textOf({ environment, evaluation }: Refusal): string {
  const { refused } = evaluation;
  const count = refused.length === 1 ? '1 finding' : `${refused.length} findings`;
  return [
    `Environment "${environment.name}" is refused: ${count}. ${tierLimit(environment.tier, evaluation)}`,
    ...refused.map((finding) => formatFinding(finding, environment)),
  ].join('\n\n');
}

function formatFinding(finding: Finding, environment: Environment): string {
  const { severity, rule, subject, message, remediation, address, constructPath, source, stack } = finding;
  const where = [source, constructPath ?? stack].filter((part) => part !== undefined).join('  ');
  const fields = showFields(environment, finding.fields);
  const isField = finding.fields?.includes(address);
  const place = fields.length > 0 ? '' : `"address": ${JSON.stringify(address)}, `;
  return [
    `${severity}  ${subject}  (rule ${rule})`,
    ...(where === '' ? [] : [`  where     ${where}`]),
    ...(isField ? [] : [`  address   ${address}`]),
    ...fields.map((field) => `  field     ${field}`),
    `  found     ${message}`,
    `  to do     ${remediation}`,
    ...(isWorthAccepting(rule)
      ? [
          `  or        say why in environments/${environment.name}.json: "acknowledge": [{ "rule": "${rule}", ${place}"reason": "…" }]`,
        ]
      : []),
  ].join('\n');
}
