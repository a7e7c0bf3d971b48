import { isRisky } from '../../build/verdict';
import type { ChangeReview, StackReview } from '../../model/review';
import { count } from '../../text/count';
import { visible } from '../../text/visible';
import { actionWords, stackWords, SYMBOLS } from '../../text/words';
import { changeFamilies } from '../sections';
import { name } from './name';
import { severityWord, type Paint } from './paint';

/** The other views show all. */
const MOST_CHANGES = 200;
const MOST_DRIFT = 20;

export function stackLines(stack: StackReview, environment: string | undefined, paint: Paint): string[] {
  const where = environment === undefined ? '' : ` (${name(environment)})`;
  const changes = changeFamilies(stack.changes).flatMap(({ head, followers }) => [
    { change: head, indent: '  ' },
    ...followers.map((change) => ({ change, indent: '      ' })),
  ]);
  const { drift } = stack;
  return [
    `${paint.bold(name(stack.name))}${where}: ${stackWords(stack)}`,
    ...changes.slice(0, MOST_CHANGES).map(({ change, indent }) => `${indent}${changeLine(change, paint)}`),
    ...more(changes.length - MOST_CHANGES, '  '),
    ...stack.deferred.map(({ address, action }) => `  deferred: ${action} ${name(address)}`),
    ...stack.checks.map(({ address, status }) => `  check ${name(address)}: ${status}`),
    ...stack.actionInvocations.map((address) => `  invokes ${name(address)}`),
    ...(drift.length > 0 ? [`  drift: ${count(drift.length, 'resource')} changed outside of Terraform`] : []),
    ...drift.slice(0, MOST_DRIFT).map((change) => `    ${changeLine(change, paint)}`),
    ...more(drift.length - MOST_DRIFT, '    '),
  ];
}

const more = (left: number, indent: string): string[] =>
  left > 0 ? [`${indent}... and ${count(left, 'more change')}`] : [];

function changeLine(change: ChangeReview, paint: Paint): string {
  const { action, address, severity } = change;
  const mark = severity && isRisky(change) ? ` ${severityWord(severity, paint)}` : '';
  return `${SYMBOLS[action].padEnd(3)} ${name(address)}: ${visible(actionWords(change))}${mark}`;
}
