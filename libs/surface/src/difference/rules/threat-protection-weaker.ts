import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf, show } from '../show';

const STRENGTH = ['OFF', 'AUDIT', 'ENFORCED'];

export const threatProtectionWeaker = differenceRule({
  id: 'threat-protection-weaker',
  severity: 'high',
  title: 'Threat protection weakened',
  why: 'Threat protection refuses leaked passwords and unusual sign-ins; AUDIT only logs them, and OFF does neither.',
  remediation: 'Restore advanced_security_mode.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html',
  sameFactAs: ['threat-protection-off'],
  find: ({ userPools }) =>
    both(userPools).flatMap(({ before, after }) => {
      const [was, now] = [show(before.threatProtection), show(after.threatProtection)];
      if (!STRENGTH.includes(now) || STRENGTH.indexOf(now) >= STRENGTH.indexOf(was)) return [];
      const name = nameOf(after.name, after);
      return [
        {
          at: after,
          subject: `user pool ${name}`,
          message:
            was === 'ENFORCED'
              ? `Anyone can sign in to ${name} with a leaked password of a user.`
              : `Operators no longer see when leaked passwords are tried on users of ${name}.`,
          before: was,
          after: now,
        },
      ];
    }),
});
