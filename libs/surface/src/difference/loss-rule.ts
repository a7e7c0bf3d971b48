import { differenceRule, type Rule, type Violation } from '../findings/rule';
import { lossesOf, type Kind, type Loss } from './losses';

/** Objects whose loss hits someone, in words. */
interface Lost extends Kind {
  /** `user pool` */
  readonly kind: string;
  /** Who is hit when it is deleted or replaced: the end of a sentence. */
  readonly gone: string;
  /** What it means that Terraform lets go of it. */
  readonly forgotten: string;
}

/** A rule that reports what Terraform deletes, replaces or forgets. */
export const lossRule = ({
  lost,
  find,
  ...rule
}: Omit<Rule<'difference'>, 'family' | 'find' | 'isLoss'> & {
  readonly lost: readonly Lost[];
  /** What else it reports. */
  readonly find?: Rule<'difference'>['find'];
}): Rule<'difference'> =>
  differenceRule({
    ...rule,
    isLoss: true,
    find: (comparison) => [
      ...lost.flatMap((each) => lossesOf(comparison, each).map((loss) => violationOf(loss, each))),
      ...(find?.(comparison) ?? []),
    ],
  });

const violationOf = (loss: Loss, lost: Lost): Violation => ({
  at: loss.change,
  subject: `${lost.kind} ${loss.name}`,
  message: messageOf(loss, lost),
  remediation: loss.remediation,
  before: 'in use',
  after: loss.change.deposed === undefined ? loss.how : `deposed object ${loss.change.deposed} ${loss.how}`,
});

function messageOf({ how, name, renamedTo, change }: Loss, { kind, gone, forgotten }: Lost): string {
  const subject = `${kind[0]?.toUpperCase()}${kind.slice(1)} ${name}`;
  if (how === 'forgotten') return `${subject} stays in AWS, unmanaged: ${forgotten}`;
  const again = renamedTo === undefined ? '' : ` and created again at ${renamedTo}`;
  const happens = how === 'replaced' ? 'is replaced by a new one' : `is deleted${again}`;
  const refused =
    change.before?.['deletion_protection'] === 'ACTIVE'
      ? ' Its deletion protection is on, so AWS refuses and the apply stops halfway.'
      : '';
  return `${subject} ${happens}: ${gone}${refused}`;
}
