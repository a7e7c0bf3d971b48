import type { Loss } from './losses';
import type { Violation } from '../findings/rule';

/** A loss as a finding; `what` ends a sentence about who is hit. */
export const lossDifference = (loss: Loss, kind: string, what: string, still: string): Violation => ({
  at: loss.change,
  subject: `${kind} ${loss.name}`,
  message: messageOf(loss, kind, what, still),
  remediation: loss.remediation,
  before: 'in use',
  after: loss.change.deposed === undefined ? loss.how : `deposed object ${loss.change.deposed} ${loss.how}`,
});

function messageOf(
  { how, name, renamedTo, change }: Loss,
  kind: string,
  what: string,
  still: string,
): string {
  const subject = `${kind[0]?.toUpperCase()}${kind.slice(1)} ${name}`;
  if (how === 'forgotten') return `${subject} stays in AWS, unmanaged: ${still}`;
  const how2 =
    how === 'replaced'
      ? 'is replaced by a new one'
      : renamedTo === undefined
        ? 'is deleted'
        : `is deleted and created again at ${renamedTo}`;
  const refused =
    change.before?.['deletion_protection'] === 'ACTIVE'
      ? ' Its deletion protection is on, so AWS refuses and the apply stops halfway.'
      : '';
  return `${subject} ${how2}: ${what}${refused}`;
}
