import { bindingTable } from './binding-table';
import { type CdktnReport } from './cdktn';
import { type Comparison } from './compare';
import { differenceTable, ignoredLines } from './difference-table';
import { code, table } from './markdown';
import { type Provider6Report } from './provider-6';
import { type StepResult } from './run-steps';

/** Markdown that can be read on a terminal and as the summary of a CI job. */
export function cdktnReport({ before, after, comparison, node, ok, problems, steps }: CdktnReport): string {
  return [
    `# ${before.name} ${before.version} → ${after.name} ${after.version}`,
    ok
      ? `The way out works on Node ${node}: the JSON of every environment is the same, the unit tests pass.`
      : `**The way out is blocked** (Node ${node}):\n\n${problems.map((each) => `- ${each}`).join('\n')}`,
    stepTable(steps),
    comparisonSection(comparison),
  ].join('\n\n');
}

export function provider6Report(report: Provider6Report): string {
  const { before, after, bindings, comparison, node, steps, typeErrors, types } = report;
  return [
    `# hashicorp/aws ${before.provider} → ${after.provider}`,
    `${code(before.name)} ${before.version} → ${after.version} on Node ${node}.`,
    stepTable(steps),
    comparisonSection(comparison),
    '## Type errors',
    typeErrors.length === 0
      ? 'None.'
      : table(
          ['file', 'line', 'code', 'message'],
          typeErrors.map(({ file, line, code: id, message }) => [file, line, id, message]),
        ),
    '## Arguments',
    `What the bindings of the ${types} types that the stacks use declare differently. Bindings know names and types; what ` +
      'the provider does with a value, only `terraform plan` with that provider tells.',
    bindings.length === 0 ? 'No difference.' : bindingTable(bindings),
  ].join('\n\n');
}

/** For `compare`. */
export const comparisonReport = (comparison: Comparison): string =>
  [
    comparison.differences.length === 0 ? 'Identical.' : differenceTable(comparison.differences),
    ignoredLines(comparison),
  ].join('\n\n');

const comparisonSection = (comparison: Comparison): string =>
  `## Synthesized JSON\n\n${comparisonReport(comparison)}`;

function stepTable(steps: readonly StepResult[]): string {
  const total = steps.reduce((sum, { seconds }) => sum + seconds, 0);
  return table(
    ['step', 'seconds', 'result'],
    [
      ...steps.map(({ title, seconds, ok }) => [title, seconds.toFixed(1), ok ? 'ok' : 'FAILED']),
      ['all', total.toFixed(1), ''],
    ],
  );
}
