import { type Unverified } from '../checks/check';
import { type Complaint } from '../problem';
import { type JsonPath } from '../read/json';
import { type EnvironmentFile } from '../schema/environment';
import { didYouMean } from '../suggest';
import { environmentRules } from './index';
import { type EnvironmentRule } from './rule';

type Suppression = Unverified<EnvironmentFile['acknowledge'][number]>;

/** Every rule that the environment breaks without saying so, and every acknowledgement that is of no use. */
export function evaluate(environment: Unverified<EnvironmentFile>): Complaint[] {
  const entries = environment.acknowledge ?? [];
  // Those with an address are about what is synthesized or planned, and are evaluated there.
  const suppressed = entries.filter((entry) => entry?.address === undefined);
  const broken = new Map<EnvironmentRule, JsonPath[]>();
  for (const rule of environmentRules) {
    const paths = environment.tier === 'production' ? rule.broken(environment) : [];
    if (paths.length > 0) broken.set(rule, paths);
  }
  const ids = new Set(suppressed.map((entry) => entry?.rule));
  return [
    ...[...broken].filter(([rule]) => !ids.has(rule.id)).flatMap(([rule, paths]) => violations(rule, paths)),
    ...entries.flatMap((entry, index) => useless(entry, index, entries, [...broken.keys()])),
  ];
}

function violations(rule: EnvironmentRule, paths: JsonPath[]): Complaint[] {
  return paths.map((path) => ({
    path,
    rule: rule.id,
    expected: `${rule.expected}, because the tier is "production" (rule ${rule.id}: ${rule.why})`,
    fix: `${rule.remediation} Or acknowledge it: "acknowledge": [{ "rule": "${rule.id}", "reason": "…" }].`,
  }));
}

function useless(
  entry: Suppression | undefined,
  index: number,
  all: readonly (Suppression | undefined)[],
  broken: readonly EnvironmentRule[],
): Complaint[] {
  if (entry?.rule === undefined) return [];
  const { rule, address } = entry;
  if (all.findIndex((other) => other?.rule === rule && other?.address === address) < index) {
    return [
      {
        path: ['acknowledge', index, 'rule'],
        expected: 'each rule once, or once for each address',
        fix: 'Remove one of the two suppressions.',
      },
    ];
  }
  return address === undefined ? unusedSuppression(rule, index, broken) : [];
}

function unusedSuppression(id: string, index: number, broken: readonly EnvironmentRule[]): Complaint[] {
  const known = environmentRules.map((rule) => rule.id);
  const rule = environmentRules.find((each) => each.id === id);
  const path = ['acknowledge', index, 'rule'];
  const address = ['acknowledge', index, 'address'];
  if (!rule) {
    return [
      {
        path,
        reads: [address],
        expected: `the id of an environment rule: ${known.join(', ')}`,
        fix:
          didYouMean(id, known) ??
          'Correct the id, or add the "address" of the place that breaks it; docs/rules.md lists the rules.',
      },
    ];
  }
  if (broken.includes(rule)) return [];
  return [
    {
      path,
      reads: [['tier'], address, ...rule.fields.map(fixedPart)],
      expected: 'a rule that this environment breaks',
      found: `${JSON.stringify(rule.id)}, which it does not`,
      fix: 'Remove the acknowledgement, so that it does not hide a later mistake.',
    },
  ];
}

/** `clients.*.authFlows` → `['clients']` */
function fixedPart(field: string): JsonPath {
  const steps = field.split('.');
  return steps.includes('*') ? steps.slice(0, steps.indexOf('*')) : steps;
}
