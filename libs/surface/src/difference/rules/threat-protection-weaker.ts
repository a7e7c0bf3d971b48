import { changed } from '../changed';
import { differenceRule } from '../../findings/rule';
import { isWeaker } from '../is-weaker';
import { show } from '../show';

export const threatProtectionWeaker = differenceRule({
  id: 'threat-protection-weaker',
  severity: 'high',
  title: 'Threat protection weakened',
  why: 'Threat protection refuses leaked passwords and unusual sign-ins; AUDIT only logs them, and OFF does neither.',
  remediation: 'Restore advanced_security_mode.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html',
  sameFactAs: ['threat-protection-off'],
  find: ({ userPools }) =>
    changed('user pool', userPools, (before, after, name) => [
      weaker(before.threatProtection, after.threatProtection, {
        enforced: `Anyone can sign in to ${name} with a leaked password of a user.`,
        audited: `Operators no longer see when leaked passwords are tried on users of ${name}.`,
      }),
      weaker(before.customAuthThreatProtection, after.customAuthThreatProtection, {
        enforced: `Unusual sign-ins to ${name} by custom challenges are no longer stopped.`,
        audited: `Operators no longer see unusual sign-ins to ${name} by custom challenges.`,
      }),
    ]),
});

const weaker = (was: unknown, now: unknown, { enforced, audited }: { enforced: string; audited: string }) => ({
  when: isWeaker(['OFF', 'AUDIT', 'ENFORCED'], was, now),
  message: was === 'ENFORCED' ? enforced : audited,
  before: show(was),
  after: show(now),
});
