import type { ChangeReview, StackReview } from '../../model/review';
import { isWhole } from '../../build/verdict';
import { count } from '../../text/count';
import { actionWords, stackWords, SYMBOLS } from '../../text/words';
import { changeFamilies } from '../sections';
import { fenced, html, plain } from './escape';

/** How much of a change list fits. */
export type Detail = 'attributes' | 'names' | 'risky' | 'counts';

/** The change list of one stack, folded. */
export function stackDetails(stack: StackReview, environment: string | undefined, detail: Detail): string {
  const title = `<code>${html(stack.name)}</code>${environment === undefined ? '' : ` (${html(environment)})`}`;
  const summary = `${title}: ${html(stackWords(stack))}`;
  const lines = detail === 'counts' ? [] : bodyOf(stack, detail);
  if (lines.length === 0) return `- ${summary}`;
  return [`<details><summary>${summary}</summary>`, '', fenced('diff', lines), '', '</details>'].join('\n');
}

/** What was changed outside of Terraform, apart from what this change does. */
export function driftDetails(stack: StackReview, environment: string | undefined, detail: Detail): string {
  if (stack.drift.length === 0) return '';
  const title = `Drift in <code>${html(stack.name)}</code>${environment === undefined ? '' : ` (${html(environment)})`}`;
  const summary = `${title}: ${count(stack.drift.length, 'resource')} changed outside of Terraform`;
  if (detail === 'counts' || detail === 'risky') return `- ${summary}`;
  const lines = stack.drift.flatMap((change) => changeLines(change, detail, ''));
  return [`<details><summary>${summary}</summary>`, '', fenced('diff', lines), '', '</details>'].join('\n');
}

function bodyOf(stack: StackReview, detail: Detail): string[] {
  const lines: string[] = [];
  if (!isWhole(stack) && stack.why !== undefined) lines.push(`# ${plain(stack.why)}`);
  let harmless = 0;
  for (const { head, followers } of changeFamilies(stack.changes)) {
    const wanted = detail !== 'risky' || [head, ...followers].some(isNotable);
    if (!wanted) {
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

const isNotable = ({ severity, action }: ChangeReview): boolean =>
  (severity !== undefined && severity !== 'expected') || action === 'unknown';

/** GitHub colours `+`, `-` and, for an update, `!`. */
function changeLines(change: ChangeReview, detail: Detail, indent: string): string[] {
  const symbol = (change.action === 'update' ? '!' : SYMBOLS[change.action]).padEnd(3);
  const mark =
    change.severity !== undefined && change.severity !== 'expected' ? `  <- ${change.severity}` : '';
  const line = `${symbol} ${indent}${plain(change.address)}: ${plain(actionWords(change))}${mark}`;
  if (detail !== 'attributes') return [line];
  const { attributes, changed, action } = change;
  const shown = new Set(attributes.map(({ name }) => name.split('.')[0]));
  const others = changed.filter((name) => !shown.has(name));
  const values = attributes.map(({ name, before, after }) => {
    const value =
      action === 'create'
        ? plain(after ?? '')
        : `${plain(before ?? '(not set)')} -> ${plain(after ?? '(not set)')}`;
    return `      ${indent}${plain(name)}: ${value}`;
  });
  // Of a new or deleted resource all arguments differ.
  const rest =
    action === 'update' && others.length > 0 ? [`      ${indent}also: ${plain(others.join(', '))}`] : [];
  return [line, ...(action === 'delete' ? [] : values), ...rest];
}
