import type { ChangeReview, StackReview } from '../../model/review';
import { isRisky } from '../../build/verdict';
import { count } from '../../text/count';
import { actionWords, stackWords, SYMBOLS } from '../../text/words';
import { argumentsOf } from '../arguments';
import { changeFamilies } from '../sections';
import { fenced, html, plain } from './escape';

/** How much of a change list fits. */
export type Detail = 'attributes' | 'names' | 'risky' | 'counts';

/** The change list of one stack, folded. */
export function stackDetails(stack: StackReview, environment: string | undefined, detail: Detail): string {
  const lines = detail === 'counts' ? [] : bodyOf(stack, detail);
  return folded(`${titleOf(stack, environment)}: ${html(stackWords(stack))}`, lines);
}

/** What was changed outside of Terraform, apart from what this change does. */
export function driftDetails(stack: StackReview, environment: string | undefined, detail: Detail): string {
  if (stack.drift.length === 0) return '';
  const summary = `Drift in ${titleOf(stack, environment)}: ${count(stack.drift.length, 'resource')} changed outside of Terraform`;
  const isBrief = detail === 'counts' || detail === 'risky';
  return folded(summary, isBrief ? [] : stack.drift.flatMap((change) => changeLines(change, detail, '')));
}

const titleOf = ({ name }: StackReview, environment: string | undefined): string =>
  `<code>${html(name)}</code>${environment === undefined ? '' : ` (${html(environment)})`}`;

const folded = (summary: string, lines: readonly string[]): string =>
  lines.length === 0
    ? `- ${summary}`
    : [`<details><summary>${summary}</summary>`, '', fenced('diff', lines), '', '</details>'].join('\n');

function bodyOf(stack: StackReview, detail: Detail): string[] {
  const lines: string[] = [];
  if (stack.why !== undefined) lines.push(`# ${plain(stack.why)}`);
  let harmless = 0;
  for (const { head, followers } of changeFamilies(stack.changes)) {
    if (detail === 'risky' && ![head, ...followers].some(isNotable)) {
      harmless += 1 + followers.length;
      continue;
    }
    lines.push(...changeLines(head, detail, ''));
    if (followers.length > 0) lines.push('      and so:');
    for (const follower of followers) lines.push(...changeLines(follower, detail, '    '));
  }
  if (harmless > 0) lines.push(`# and ${count(harmless, 'change')} without findings`);
  for (const { address, action, why } of stack.deferred)
    lines.push(`# deferred (${plain(why)}): ${action} ${plain(address)}`);
  for (const { address, status } of stack.checks) lines.push(`! check ${plain(address)}: ${status}`);
  for (const address of stack.actionInvocations) lines.push(`! invokes ${plain(address)}`);
  if (detail !== 'risky') {
    for (const { name, action, sensitive } of stack.outputs) {
      lines.push(`# output ${plain(name)}: ${action}${sensitive ? ' (secret)' : ''}`);
    }
  }
  return lines;
}

const isNotable = (change: ChangeReview): boolean => isRisky(change) || change.action === 'unknown';

/** GitHub colours `+`, `-` and, for an update, `!`. */
function changeLines(change: ChangeReview, detail: Detail, indent: string): string[] {
  const symbol = (change.action === 'update' ? '!' : SYMBOLS[change.action]).padEnd(3);
  const mark = isRisky(change) ? `  <- ${change.severity}` : '';
  const line = `${symbol} ${indent}${plain(change.address)}: ${plain(actionWords(change))}${mark}`;
  if (detail !== 'attributes') return [line];
  const values = argumentsOf(change, plain, '->');
  return [line, ...values.map(([name, value]) => `      ${indent}${name}: ${value}`)];
}
