import { teamRules } from '@gatehouse/rules';
import { allRules, SEVERITIES } from '@gatehouse/surface';
import type { AccessRow, SuppressedFinding, ChangeReview, EnvironmentReview, ReviewFinding } from '../model/review';
import { lossRules } from '../build/loss-rules';
import { isRisky } from '../build/verdict';
import { grouped, type Grouped } from './grouped';

/** What every view shows, in the same order and put together in the same way. */
export interface Sections {
  readonly access: readonly Grouped<AccessRow>[];
  /** An environment has several APIs, so a route alone does not say which. */
  readonly namesApis: boolean;
  /** Worst first; each with those that only follow from it. */
  readonly findings: readonly Family<Grouped<ReviewFinding>>[];
  /** Of severity `expected`. */
  readonly expected: readonly Grouped<ReviewFinding>[];
  readonly suppressed: readonly Grouped<SuppressedFinding>[];
  /** What the environment file accepts whatever the plan does. */
  readonly standing: readonly Grouped<EnvironmentReview['standing'][number]>[];
  /** Suppressions that match nothing. */
  readonly unused: readonly Grouped<EnvironmentReview['unusedSuppressions'][number]>[];
}

export interface Family<T> {
  readonly head: T;
  readonly followers: readonly T[];
  /** The same of other things: new routes without an authorizer. */
  readonly alike: readonly T[];
}

export const membersOf = <T>(families: readonly Family<T>[]): T[] =>
  families.flatMap(({ head, followers, alike }) => [head, ...alike, ...followers]);

export function sectionsOf(environments: readonly EnvironmentReview[]): Sections {
  const findingsWhere = (wanted: (finding: ReviewFinding) => boolean) =>
    grouped(environments, ({ findings }) => findings.filter(wanted), FINDING).sort(worstFirst);
  return {
    access: grouped(environments, ({ access }) => access, ACCESS),
    namesApis: environments.some(({ apis }) => apis.length > 1),
    findings: gathered(families(findingsWhere(isRisky))),
    expected: findingsWhere((finding) => !isRisky(finding)),
    suppressed: grouped(environments, (each) => each.suppressed, [...FINDING, 'reason']).sort(worstFirst),
    standing: grouped(environments, (each) => each.standing, ['rule', 'reason']),
    unused: grouped(environments, (each) => each.unusedSuppressions, ['rule', 'address', 'problem']),
  };
}

/** Where a finding is: file, construct and address, as far as they are known. */
export const placesOf = ({ source, constructPath, address }: ReviewFinding): string[] =>
  [source, constructPath, address].flatMap((place) => place || []);

/** Changes with those that only follow from them: a pool that is replaced, and its clients. */
export function changeFamilies(changes: readonly ChangeReview[]): Family<ChangeReview>[] {
  const heads = new Set(changes.filter(({ causedBy }) => causedBy === undefined).map(({ address }) => address));
  return tied(
    changes,
    ({ address }) => address,
    ({ causedBy }) => (causedBy !== undefined && heads.has(causedBy) ? causedBy : undefined),
  );
}

const LOSSES = lossRules(allRules(teamRules));

/** A consequence never hides something worse than its cause; causes are losses, as consequences are. */
function families(findings: readonly Grouped<ReviewFinding>[]): Family<Grouped<ReviewFinding>>[] {
  const rank = ({ severity }: ReviewFinding) => SEVERITIES.indexOf(severity);
  const isCause = ({ rule, causedBy }: ReviewFinding) => causedBy === undefined && LOSSES.has(rule);
  const causes = new Map(findings.flatMap(({ item }) => (isCause(item) ? [[item.address, rank(item)] as const] : [])));
  return tied(
    findings,
    ({ item }) => (isCause(item) ? item.address : undefined),
    ({ item }) => ((causes.get(item.causedBy ?? '') ?? Infinity) <= rank(item) ? item.causedBy : undefined),
  );
}

/** Findings that differ in nothing but what they are about, as one with the others of its kind. */
function gathered(all: readonly Family<Grouped<ReviewFinding>>[]): Family<Grouped<ReviewFinding>>[] {
  const byKind = new Map<string, Grouped<ReviewFinding>[]>();
  return all.flatMap((family) => {
    if (family.followers.length > 0) return [family];
    const kind = kindOf(family.head);
    const known = byKind.get(kind);
    if (known) {
      known.push(family.head);
      return [];
    }
    const alike: Grouped<ReviewFinding>[] = [];
    byKind.set(kind, alike);
    return [{ ...family, alike }];
  });
}

/** What is the same of things that only have other names, or other keys of one `for_each`. */
function kindOf({ item, environments }: Grouped<ReviewFinding>): string {
  const { rule, severity, remediation, causedBy } = item;
  const unnamed = unnaming(item);
  const said = [item.message, item.before, item.after].map((text) => (text === undefined ? undefined : unnamed(text)));
  return JSON.stringify([rule, severity, said, remediation, causedBy, environments]);
}

function unnaming({ address, subject }: ReviewFinding): (text: string) => string {
  const name = subject.slice(subject.lastIndexOf(' ') + 1);
  const [, key = ''] = /\["?([^\]"]+)"?\]$/.exec(address) ?? [];
  const isWord = key !== '' && new RegExp(`(?<![\\w.-])${key.replace(/[^\w]/g, '\\$&')}(?![\\w-])`, 'g');
  return (text) => {
    const rest = [address, subject, name].reduce((left, each) => left.replaceAll(each, '\0'), text);
    return isWord ? rest.replace(isWord, '\0') : rest;
  };
}

function tied<T>(
  items: readonly T[],
  addressOf: (item: T) => string | undefined,
  causeOf: (item: T) => string | undefined,
): Family<T>[] {
  const followers = new Map<string, T[]>();
  const heads: T[] = [];
  for (const item of items) {
    const cause = causeOf(item);
    if (cause === undefined) heads.push(item);
    else followers.set(cause, [...(followers.get(cause) ?? []), item]);
  }
  return heads.map((head) => {
    const address = addressOf(head) ?? '';
    const own = followers.get(address) ?? [];
    followers.delete(address);
    return { head, followers: own, alike: [] };
  });
}

export const worstFirst = (a: Grouped<ReviewFinding>, b: Grouped<ReviewFinding>): number =>
  SEVERITIES.indexOf(a.item.severity) - SEVERITIES.indexOf(b.item.severity);

/** Names of stacks and constructs begin with the environment, so they are not part of what is the same. */
const FINDING = ['rule', 'severity', 'subject', 'message', 'before', 'after', 'address', 'causedBy'] as const;
const ACCESS = [
  'route',
  'kind',
  'before',
  'after',
  'effect',
  'publicReason',
  'iamCallers',
  'customCallers',
  'address',
] as const;
