import pc from 'picocolors';
import type { Severity } from '@gatehouse/surface';
import { isRisky, isWhole } from '../../build/verdict';
import type {
  AccessRow,
  ChangeReview,
  EnvironmentReview,
  Review,
  Risk,
  StackReview,
} from '../../model/review';
import { count } from '../../text/count';
import { shorten } from '../../text/shorten';
import { visible } from '../../text/visible';
import { actionWords, severityCounts, stackWords, SYMBOLS } from '../../text/words';
import type { Grouped } from '../grouped';
import { headline } from '../headline';
import { changeFamilies, sectionsOf, type Family } from '../sections';
import { columns, paragraph } from './layout';

export interface TerminalOptions {
  /** @default false */
  readonly color?: boolean;
  /** Columns. @default 100 */
  readonly width?: number;
}

/** What fits a terminal: verdict, access, risks, and the changes of every stack in lines. */
export function renderTerminal(review: Review, { color = false, width = 100 }: TerminalOptions = {}): string {
  const paint = paintOf(color);
  const sections = sectionsOf(review);
  const { environments } = review;
  const blocks = [
    [
      paint.bold(paint[VERDICTS[review.verdict]](`Plan review: ${headline(review, sections)}`)),
      ...unseen(environments, width),
    ],
    accessLines(sections.access, paint, width),
    sections.risks.flatMap((family) => riskLines(family, paint, width)),
    ...environments.flatMap(({ name, stacks }) =>
      stacks.map((stack) => stackLines(stack, name, paint, width)),
    ),
    environments.flatMap((environment) => tail(environment)),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

type Paint = ReturnType<typeof paintOf>;

function paintOf(color: boolean) {
  const { bold, dim, red, green, yellow, magenta } = pc.createColors(color);
  return { bold, dim, red, green, yellow, magenta };
}

const VERDICTS = { clean: 'green', risky: 'red', 'not reviewed': 'yellow' } as const;
const SEVERITY_PAINT = {
  critical: 'red',
  high: 'magenta',
  medium: 'yellow',
  expected: 'dim',
} as const satisfies Record<Severity, keyof Paint>;

const MOST_CHANGES = 200;

const unseen = (environments: readonly EnvironmentReview[], width: number): string[] =>
  environments.flatMap(({ stacks }) =>
    stacks.flatMap((stack) =>
      isWhole(stack)
        ? []
        : paragraph(`${name(stack.name)}: ${stackWords(stack)}. ${visible(stack.why ?? '')}`, width, '  '),
    ),
  );

function accessLines(rows: readonly Grouped<AccessRow>[], paint: Paint, width: number): string[] {
  if (rows.length === 0) return [];
  const table = rows.map(({ item, environments }) => [
    name(item.route),
    item.before === undefined ? '(no such route)' : visible(item.before),
    `-> ${item.after === undefined ? '(gone)' : visible(item.after)}`,
    [item.effect === 'opened' ? 'OPENED' : '', ...environments.map(visible)].filter(Boolean).join(' '),
  ]);
  const lines = columns(table, width - 2)
    .map((line) => `  ${line}`)
    .map((line) => (/-> anyone|OPENED/.test(line) ? paint.red(line) : line));
  return [paint.bold('Who may call what'), ...lines];
}

function riskLines({ head, followers }: Family<Grouped<Risk>>, paint: Paint, width: number): string[] {
  const { item } = head;
  const { source, constructPath, address, rule } = item;
  const places = [source, constructPath, address, `rule ${rule}`].flatMap((place) =>
    place ? [name(place)] : [],
  );
  return [
    ...paragraph(riskWords(head, paint), width),
    ...paragraph(places.join(' · '), width, '  ').map((line) => paint.dim(line)),
    ...(item.advice === '' ? [] : paragraph(`Not meant? ${visible(item.advice)}`, width, '  ')),
    ...followers.flatMap((risk) => paragraph(riskWords(risk, paint), width, '    ')),
  ];
}

function riskWords({ item, environments }: Grouped<Risk>, paint: Paint): string {
  const { severity, subject, message, before, after } = item;
  const where = environments.length > 0 ? ` (${environments.map(visible).join(', ')})` : '';
  const values =
    before === undefined && after === undefined
      ? ''
      : ` [${name(before ?? 'not set')} -> ${name(after ?? 'not set')}]`;
  return `${paint.bold(paint[SEVERITY_PAINT[severity]](severity))} ${paint.bold(name(subject))}${where}: ${visible(message)}${values}`;
}

function stackLines(
  stack: StackReview,
  environment: string | undefined,
  paint: Paint,
  width: number,
): string[] {
  const where = environment === undefined ? '' : ` (${visible(environment)})`;
  const families = changeFamilies(stack.changes);
  const lines = families.flatMap(({ head, followers }) => [
    changeLine(head, '  ', paint),
    ...followers.map((change) => changeLine(change, '      ', paint)),
  ]);
  const left = lines.length - MOST_CHANGES;
  return [
    `${paint.bold(name(stack.name))}${where}: ${stackWords(stack)}`,
    ...lines.slice(0, MOST_CHANGES).flatMap((line) => paragraph(line, width, '  ')),
    ...(left > 0 ? [`  ... and ${count(left, 'more change')}`] : []),
    ...stack.deferred.map(({ address, action }) => `  put off: ${action} ${name(address)}`),
    ...stack.checks.map(({ address, status }) => `  check ${name(address)}: ${status}`),
    ...stack.actionInvocations.map((address) => `  invokes ${name(address)}`),
    ...(stack.drift.length > 0
      ? [`  drift: ${count(stack.drift.length, 'resource')} changed outside of Terraform`]
      : []),
    ...stack.drift.slice(0, 20).flatMap((change) => paragraph(changeLine(change, '', paint), width, '    ')),
  ];
}

function changeLine(change: ChangeReview, indent: string, paint: Paint): string {
  const { action, address, severity } = change;
  const mark =
    severity === undefined || severity === 'expected' ? '' : ` ${paint[SEVERITY_PAINT[severity]](severity)}`;
  return `${indent.slice(2)}${SYMBOLS[action].padEnd(3)} ${name(address)}: ${visible(actionWords(change))}${mark}`;
}

function tail({
  name: environment,
  digest,
  acknowledged,
  risks,
  idleAcknowledgements,
}: EnvironmentReview): string[] {
  const where = environment === undefined ? '' : `${visible(environment)}: `;
  const expected = risks.filter((risk) => !isRisky(risk)).length;
  return [
    ...(acknowledged.length > 0 ? [`${where}acknowledged: ${severityCounts(acknowledged)}`] : []),
    ...(expected > 0 ? [`${where}as expected: ${expected}`] : []),
    ...idleAcknowledgements.map(
      ({ rule }) => `${where}the acknowledgement of ${name(rule)} is not needed any more`,
    ),
    ...(digest === undefined ? [] : [`${where}digest ${digest}`]),
  ];
}

const name = (text: string): string => shorten(visible(text), 160);
