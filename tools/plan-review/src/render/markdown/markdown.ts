import type { EnvironmentReview, Review } from '../../model/review';
import { isRisky, isWhole } from '../../build/verdict';
import { count } from '../../text/count';
import { visible } from '../../text/visible';
import { severityCounts, stackWords } from '../../text/words';
import { unboundLines } from '../binding';
import { membersOf, type Sections } from '../sections';
import { unreviewedWords } from '../unreviewed';
import { viewOf, type View } from '../view';
import { accessTable } from './access-table';
import { code, prose } from './escape';
import {
  acceptBlock,
  suppressedBlock,
  expectedBlock,
  unusedBlock,
  findingBlock,
  shortFindingBlock,
  standingBlock,
} from './finding-block';
import { driftDetails, stackDetails, type Detail } from './stack-details';

/** First line of the comment; the next run finds the comment to update by it. */
export const MARKER = '<!-- gatehouse-plan-review -->';

/** GitHub allows 65,536 characters, and has counted bytes at times. */
export const MOST_BYTES = 65_000;

export interface MarkdownOptions {
  /** Where the full review is, for when the comment is too small for it. */
  readonly link?: string;
  /** Size of the comment in UTF-8 bytes, which are never fewer than UTF-16 units. @default 65000 */
  readonly mostBytes?: number;
}

interface Tier {
  readonly detail: Detail;
  readonly routes: number;
}

const TIERS: readonly Tier[] = [
  { detail: 'attributes', routes: Infinity },
  { detail: 'names', routes: Infinity },
  { detail: 'risky', routes: Infinity },
  { detail: 'counts', routes: Infinity },
  { detail: 'counts', routes: 50 },
  { detail: 'counts', routes: 10 },
];

/** With a line for each finding. */
const SMALLEST: Tier = { detail: 'counts', routes: 10 };

/** One comment for all environments and stacks. What does not fit goes in this order; findings always stay. */
export function renderMarkdown(review: Review, { link, mostBytes = MOST_BYTES }: MarkdownOptions = {}): string {
  const view = viewOf(review);
  const { sections, environments } = view;
  const findings = isHopeless(membersOf(sections.findings).length, mostBytes)
    ? undefined
    : findingBlock(sections.findings);
  for (const tier of TIERS) {
    // Far more than fits: not worth writing it down first.
    const lines =
      Math.min(sections.access.length, tier.routes) + (LISTS.has(tier.detail) ? changesIn(environments) : 0);
    if (findings === undefined || isHopeless(lines, mostBytes)) continue;
    const text = compose(review.verdict, view, tier, findings, link);
    if (Buffer.byteLength(text) <= mostBytes) return text;
  }
  const rest = Buffer.byteLength(compose(review.verdict, view, SMALLEST, '', link));
  const short = shortFindingBlock(sections.findings, mostBytes - rest);
  return compose(review.verdict, view, SMALLEST, short, link);
}

/** No line of ours is that short. */
const isHopeless = (lines: number, mostBytes: number): boolean => lines * 20 > mostBytes;

/** With a line for every change. */
const LISTS: ReadonlySet<Detail> = new Set(['attributes', 'names']);

const changesIn = (environments: readonly EnvironmentReview[]): number =>
  stacksIn(environments).reduce((sum, { stack }) => sum + stack.changes.length, 0);

function compose(
  verdict: Review['verdict'],
  { title, headline, environments, sections }: View,
  tier: Tier,
  findings: string,
  link: string | undefined,
): string {
  const { suppressed, expected, standing, unused } = sections;
  const parts = [
    MARKER,
    `## ${ICON[verdict]} ${prose(title)}: ${prose(headline)}`,
    unseenBlock(environments),
    unreviewedLine(environments),
    tier.detail === 'attributes' ? '' : shortened(tier, link),
    accessTable(sections, tier.routes),
    findings,
    tier.detail === 'attributes' ? acceptBlock(sections) : '',
    tier === SMALLEST ? suppressedCount(sections) : suppressedBlock(suppressed),
    ...(tier.detail === 'counts' ? [] : [expectedBlock(expected), standingBlock(standing), unusedBlock(unused)]),
    changesBlock(environments, tier.detail),
    digests(environments),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const ICON: Readonly<Record<Review['verdict'], string>> = { clean: '✅', risky: '🔴', 'not reviewed': '⚠️' };

/** Environments and stacks that get a line each; the rest is counted. */
const MOST_STACKS = 60;

function unseenBlock(environments: readonly EnvironmentReview[]): string {
  const lines = stacksIn(environments).flatMap(({ stack, name }) =>
    stack.why === undefined
      ? []
      : [
          `- ${isWhole(stack) ? 'ℹ️' : '⚠️'} ${code(stack.name)}${name === undefined ? '' : ` (${prose(name)})`}: ${prose(stackWords(stack))}. ${prose(stack.why ?? '')}`,
        ],
  );
  return capped(lines, 'stack').join('\n');
}

function unreviewedLine(environments: readonly EnvironmentReview[]): string {
  const words = unreviewedWords(environments);
  return words === undefined ? '' : `${words.text} ${words.types.map(code).join(', ')}.`;
}

function changesBlock(environments: readonly EnvironmentReview[], detail: Detail): string {
  const stacks = stacksIn(environments);
  const brief = stacks.length > MOST_STACKS ? 'counts' : detail;
  const changes = stacks.map(({ stack, name }) => stackDetails(stack, name, brief));
  const drift = stacks.flatMap(({ stack, name }) => driftDetails(stack, name, brief) || []);
  return [
    ['### What Terraform will do', ...spaced(capped(changes, 'stack'))].join('\n\n'),
    ...(drift.length > 0 ? [['### Drift', ...spaced(capped(drift, 'stack'))].join('\n\n')] : []),
  ].join('\n\n');
}

/** Rows of a list belong together; folded blocks are apart. */
const spaced = (blocks: readonly string[]): string[] =>
  blocks.reduce<string[]>((all, block) => {
    const last = all.at(-1);
    if (last?.startsWith('- ') && block.startsWith('- ')) return [...all.slice(0, -1), `${last}\n${block}`];
    return [...all, block];
  }, []);

function suppressedCount({ suppressed }: Sections): string {
  return suppressed.length === 0 ? '' : `Suppressed: ${severityCounts(suppressed.map(({ item }) => item))}.`;
}

function shortened({ detail }: Tier, link: string | undefined): string {
  const without =
    detail === 'names' ? 'argument values' : detail === 'risky' ? 'changes that have no findings' : 'the change lists';
  const where = link === undefined ? '' : ` Full review: <${encodeURI(visible(link)).replace(/[<>\\]/g, '')}>.`;
  return `*Too large for one comment, so ${without} are left out.*${where}`;
}

function digests(environments: readonly EnvironmentReview[]): string {
  const lines = environments.flatMap((environment) => {
    const { name, digest, findings } = environment;
    if (digest === undefined) return [];
    const unbound = unboundLines(environment).map(
      ({ text, names, remedy }) => ` ${prose(text)}${names === '' ? '' : `: ${code(names)}`}. ${prose(remedy)}`,
    );
    const risky = findings.some(isRisky) ? ' (risky)' : '';
    if (name === undefined) return [`Plan digest: ${code(digest)}${sentences(unbound)}`];
    return [`- Plan digest of ${prose(name)}: ${code(digest)}${risky}${sentences(unbound)}`];
  });
  return capped(lines, 'environment').join('\n');
}

const sentences = (lines: readonly string[]): string => (lines.length === 0 ? '' : `;${lines.join('')}`);

function capped(lines: readonly string[], what: string): readonly string[] {
  const left = lines.length - MOST_STACKS;
  return left <= 0 ? lines : [...lines.slice(0, MOST_STACKS), `- … and ${count(left, `more ${what}`)}`];
}

const stacksIn = (environments: readonly EnvironmentReview[]) =>
  environments.flatMap(({ name, stacks }) => stacks.map((stack) => ({ name, stack })));
