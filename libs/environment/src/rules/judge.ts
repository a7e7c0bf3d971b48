import { type Unverified } from '../checks/check';
import { type Complaint } from '../problem';
import { type JsonPath } from '../read/json';
import { type EnvironmentFile } from '../schema/environment';
import { didYouMean } from '../suggest';
import { environmentRules } from './index';
import { type EnvironmentRule } from './rule';

type Acknowledgement = Unverified<EnvironmentFile['acknowledge'][number]>;

/** Every rule that the environment breaks without saying so, and every acknowledgement that is of no use. */
export function judge(environment: Unverified<EnvironmentFile>): Complaint[] {
  const acknowledged = environment.acknowledge ?? [];
  const broken = new Map<EnvironmentRule, JsonPath[]>();
  for (const rule of environmentRules) {
    const paths = environment.tier === 'production' ? rule.broken(environment) : [];
    if (paths.length > 0) broken.set(rule, paths);
  }
  const ids = new Set(acknowledged.map((entry) => entry?.rule));
  return [
    ...[...broken].filter(([rule]) => !ids.has(rule.id)).flatMap(([rule, paths]) => breaches(rule, paths)),
    ...acknowledged.flatMap((entry, index) =>
      idleAcknowledgement(entry, index, acknowledged, [...broken.keys()]),
    ),
  ];
}

function breaches(rule: EnvironmentRule, paths: JsonPath[]): Complaint[] {
  return paths.map((path) => ({
    path,
    rule: rule.id,
    expected: `${rule.expected}, because the tier is "production" (rule ${rule.id}: ${rule.why})`,
    fix: `${rule.wayOut} Or acknowledge it: "acknowledge": [{ "rule": "${rule.id}", "reason": "…" }].`,
  }));
}

function idleAcknowledgement(
  entry: Acknowledgement | undefined,
  index: number,
  all: readonly (Acknowledgement | undefined)[],
  broken: readonly EnvironmentRule[],
): Complaint[] {
  if (entry?.rule === undefined) return [];
  const known = environmentRules.map((rule) => rule.id);
  const rule = environmentRules.find(({ id }) => id === entry.rule);
  const path = ['acknowledge', index, 'rule'];
  if (!rule) {
    return [
      {
        path,
        expected: `the id of a rule: ${known.join(', ')}`,
        fix: didYouMean(entry.rule, known) ?? 'Correct the id; docs/rules.md lists them.',
      },
    ];
  }
  if (all.findIndex((other) => other?.rule === entry.rule) < index) {
    return [{ path, expected: 'each rule once', fix: 'Remove one of the two acknowledgements.' }];
  }
  if (broken.includes(rule)) return [];
  return [
    {
      path,
      reads: [['tier'], ...rule.fields.map(fixedPart)],
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
