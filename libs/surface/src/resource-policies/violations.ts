import type { Violation } from '../findings/rule';
import { notRead } from '../iam/unread';
import type { Opened } from './opened';
import type { Trusted } from '../trusted';
import { weigh, type Weighed } from './weigh';
import { gainInWords } from './words';

/** What a changed policy of an object lets others do: one violation for each resource that changes it. */
export function violationsOf(opened: Opened, trusted: Trusted): readonly Violation[] {
  const { at, control, lockout, object, undecided, unreadBefore } = opened;
  const subject = `${object.holder.noun} ${object.name}`;
  const weighed = weigh(opened, trusted);
  const [worst] = weighed;
  if (undecided.length > 0 && worst?.severity !== 'critical') {
    const [first] = undecided as readonly [(typeof undecided)[number]];
    const message = `The plan does not show who can use ${subject}: its policy ${notRead(first.reason)}.`;
    return [{ at, subject, severity: 'critical', message, remediation: READ_IT, after: 'not known' }];
  }
  if (unreadBefore !== undefined && !worst)
    return [
      {
        at,
        subject,
        severity: 'high',
        message: `The plan does not show what the ${unreadBefore.isGone ? 'deleted' : 'earlier'} policy of ${subject} denied (${unreadBefore.reason}).`,
        remediation: 'Keep the policy, or check who is allowed without it.',
      },
    ];
  if (lockout !== undefined && worst?.severity !== 'critical')
    return [{ at, subject, severity: 'high', message: lockout, remediation: KEEP_IN }];
  if (control !== undefined && worst?.severity !== 'critical' && worst?.severity !== 'high')
    return [{ at, subject, severity: 'high', message: control }];
  if (!worst) return [];
  const messages = [...new Set(weighed.map((each) => gainInWords(each, opened, trusted)))];
  const more = messages.length > MOST ? ` And ${messages.length - MOST} more statements.` : '';
  const held = opened.isHeld && weighed.some(({ reach }) => reach === 'public') ? HELD : '';
  return [
    {
      at,
      subject,
      severity: worst.severity,
      message: messages.slice(0, MOST).join(' ') + more + held,
      ...remediationFor(worst),
    },
  ];
}

const MOST = 3;

const HELD = ' The public access block keeps everyone out, as long as it is there.';

const KEEP_IN = 'Keep the right to change its policy for the principals that manage it.';

const READ_IT =
  'Write the policy so that the plan shows it: a literal ARN in place of a value that is only known after the apply, and no sensitive value.';

const remediationFor = ({ gain, reach }: Weighed): { readonly remediation?: string } => {
  if (gain.lostDeny) return { remediation: 'Keep the Deny, or check who is allowed without it.' };
  if (reach === 'customers')
    return { remediation: 'Add a condition on aws:SourceArn or aws:SourceAccount: the service acts for any account.' };
  if (reach === 'account' || reach === 'organization')
    return { remediation: 'Remove it, or name the account or organization as trusted in the policy file.' };
  return {};
};
