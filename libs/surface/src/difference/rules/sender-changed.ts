import type { Unknown, UserPool } from '../../model';
import { isUnknown } from '../../model/value';
import { accountIn } from '../../terraform/own-accounts';
import { differenceRule } from '../../findings/rule';
import type { Found } from '../../findings/violations';
import { changed } from '../changed';
import { foreignAccounts } from '../pool-accounts';
import { show } from '../show';

type Pool = UserPool<Unknown>;

export const senderChanged = differenceRule({
  id: 'sender-changed',
  severity: 'medium',
  title: 'Sender of messages with codes changed',
  why: 'Users trust the sender of codes and invitations. Anyone who owns the domain or the account that sends them sees who gets which, answers replies, and can write such messages too.',
  remediation: 'Send from a domain and an account of your own.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html',
  find: (comparison) => {
    const foreign = foreignAccounts(comparison);
    return changed('user pool', comparison.userPools, (before, after, name) => [
      byMail(before, after, name, foreign),
      bySms(before, after, name, foreign),
      withKey(before, after, name, foreign),
    ]);
  },
});

type Foreign = ReturnType<typeof foreignAccounts>;

function byMail({ email: was }: Pool, after: Pool, name: string, foreign: Foreign): Found {
  const { email: now } = after;
  const account = isSame(was.sourceArn, now.sourceArn) ? undefined : foreign(after, now.sourceArn);
  const domains = newOf(
    [domainOf(was.from), identityOf(was.sourceArn)],
    [domainOf(now.from), identityOf(now.sourceArn)],
  );
  const replies = newOf([domainOf(was.replyTo), domainOf(was.from)], [domainOf(now.replyTo)]);
  const news = [
    ...(domains.length === 0 ? [] : [`from ${domains.join(', ')}`]),
    ...(account === undefined ? [] : [`by account ${account}`]),
    ...(replies.length === 0 ? [] : [`with replies to ${replies.join(', ')}`]),
  ];
  // Cognito's own address is nobody's domain.
  const isFirst = was.account === 'COGNITO_DEFAULT' && account === undefined && replies.length === 0;
  return {
    when: news.length > 0 && !isFirst,
    message: `Messages of ${name} with codes and invitations are sent ${news.join(', ')}.`,
    before: showSender(was),
    after: showSender(now),
  };
}

function bySms({ smsRole: was }: Pool, after: Pool, name: string, foreign: Foreign): Found {
  const account = isSame(was, after.smsRole) ? undefined : foreign(after, after.smsRole);
  return {
    when: account !== undefined,
    message: `Text messages of ${name} with codes are sent with a role of account ${account ?? ''}.`,
    before: show(was),
    after: show(after.smsRole),
  };
}

function withKey({ senderKey: was }: Pool, after: Pool, name: string, foreign: Foreign): Found {
  const account = isSame(was, after.senderKey) ? undefined : foreign(after, after.senderKey);
  return {
    when: account !== undefined,
    severity: 'high',
    message: `Account ${account ?? ''} can read the codes of ${name}: they are encrypted with its key.`,
    before: show(was),
    after: show(after.senderKey),
  };
}

const isSame = (was: unknown, now: unknown): boolean => show(was) === show(now);

const newOf = (was: readonly (string | undefined)[], now: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(now.filter((each) => each !== undefined).filter((each) => !was.includes(each))),
];

/** Of `Orders <no-reply@example.com>`; the address itself is nobody's business. */
function domainOf(address: string | Unknown | undefined): string | undefined {
  if (address === undefined || isUnknown(address)) return undefined;
  return /@([^\s>@]+)>?\s*$/.exec(address)?.[1]?.toLowerCase();
}

/** `example.com` of `arn:aws:ses:eu-west-1:111122223333:identity/example.com` */
function identityOf(arn: string | Unknown | undefined): string | undefined {
  if (arn === undefined || isUnknown(arn)) return undefined;
  const identity = arn.split(':identity/')[1];
  return identity === undefined ? undefined : (domainOf(identity) ?? identity.toLowerCase());
}

function showSender({ account, from, sourceArn }: Pool['email']): string {
  if (account === 'COGNITO_DEFAULT') return 'Cognito';
  const owner = sourceArn === undefined || isUnknown(sourceArn) ? undefined : accountIn(sourceArn);
  const domain = domainOf(from) ?? identityOf(sourceArn) ?? show(sourceArn);
  return owner === undefined ? domain : `${domain}, account ${owner}`;
}
