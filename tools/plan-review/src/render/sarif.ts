import { hash } from 'node:crypto';
import type { RuleInfo, Severity } from '@gatehouse/surface';
import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import { unreviewedTogether } from '../build/unreviewed';
import type { SuppressedFinding, EnvironmentReview, Review, ReviewFinding } from '../model/review';
import { visible } from '../text/visible';

const LEVELS: Readonly<Record<Severity, Result.level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  expected: 'note',
};

/** What GitHub sorts code scanning alerts by. */
const SCORES: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.0',
  expected: '0.0',
};

/**
 * SARIF 2.1.0, for code scanning. A finding points at the file that declares it where that is known, else only at the
 * Terraform address; what the team accepted is there as suppressed.
 *
 * @param rules what the rules say of themselves; one that is missing here has only its id
 */
export function renderSarif(review: Review, rules: readonly RuleInfo[] = []): string {
  const results = review.environments.flatMap((environment) => [
    ...environment.findings.map((finding) => result(environment, finding)),
    ...environment.suppressed.map((finding) => ({ ...result(environment, finding), ...suppressed(finding) })),
    ...environment.stacks.flatMap(({ name, status, why }) =>
      status === 'not reviewed' ? [unseen(environment, name, why ?? 'There was no plan.')] : [],
    ),
  ]);
  const used = new Set(results.map(({ ruleId }) => ruleId));
  const known = rules.filter(({ id }) => used.has(id)).map(descriptor);
  const ids = new Set(known.map(({ id }) => id));
  const others = [...used].filter((id) => !ids.has(id)).map((id): ReportingDescriptor => ({ id }));
  const unreviewed = unreviewedTogether(review.environments);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Gatehouse plan review', rules: [...known, ...others] } },
        automationDetails: { id: 'gatehouse-plan-review/' },
        columnKind: 'utf16CodeUnits',
        ...(unreviewed && {
          properties: { notReviewed: unreviewed.map(({ type, changes }) => ({ type: visible(type), changes })) },
        }),
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

type Found = Result & { readonly ruleId: string };

function result({ name }: EnvironmentReview, finding: ReviewFinding): Found {
  const { rule, severity, subject, message, remediation, before, after } = finding;
  const values =
    before === undefined && after === undefined ? '' : ` (${before ?? 'not set'} -> ${after ?? 'not set'})`;
  return {
    ruleId: rule,
    level: LEVELS[severity],
    message: { text: plain(`${prefix(name)}${subject}: ${message}${values} ${remediation}`.trim()) },
    locations: [location(finding)],
    partialFingerprints: {
      'gatehouse/v2': hash(
        'sha256',
        [name ?? '', rule, finding.address, ...(finding.of ?? [])].join('\n'),
        'hex',
      ).slice(0, 32),
    },
    properties: { severity, 'security-severity': SCORES[severity] },
  };
}

function location({ source, address, constructPath }: ReviewFinding): Location {
  const logical = (name: string, kind: string) => ({ fullyQualifiedName: visible(name), kind });
  return {
    ...(source !== undefined && {
      physicalLocation: {
        artifactLocation: { uri: encodeURI(visible(source)), uriBaseId: '%SRCROOT%' },
        region: { startLine: 1 },
      },
    }),
    logicalLocations: [
      logical(address, 'resource'),
      ...(constructPath === undefined ? [] : [logical(constructPath, 'construct')]),
    ],
  };
}

const suppressed = ({ reason }: SuppressedFinding): Pick<Result, 'suppressions'> => ({
  suppressions: [{ kind: 'external', status: 'accepted', justification: plain(reason) }],
});

const unseen = ({ name }: EnvironmentReview, stack: string, why: string): Found => ({
  ruleId: 'not-reviewed',
  level: 'error',
  message: { text: plain(`${prefix(name)}${stack} is not reviewed: ${why}`) },
  locations: [{ logicalLocations: [{ fullyQualifiedName: visible(stack), kind: 'module' }] }],
});

/** Plain text of SARIF has links, `[text](target)`: a name is none. */
const plain = (text: string): string => visible(text).replaceAll('](', ']\u200b(');

const prefix = (environment: string | undefined): string => (environment === undefined ? '' : `${environment}: `);

const descriptor = ({ id, severity, title, why, remediation, page }: RuleInfo): ReportingDescriptor => ({
  id,
  shortDescription: { text: title },
  fullDescription: { text: why },
  help: { text: remediation },
  helpUri: page,
  defaultConfiguration: { level: LEVELS[severity] },
  properties: { 'security-severity': SCORES[severity], tags: ['security'] },
});
