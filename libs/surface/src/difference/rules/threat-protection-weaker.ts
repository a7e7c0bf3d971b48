import { both } from '../pairs';
import { differenceRule } from '../../findings/rule';
import { nameOf, show } from '../show';

const STRENGTH = ['OFF', 'AUDIT', 'ENFORCED'];

export const threatProtectionWeaker = differenceRule({
  id: 'threat-protection-weaker',
  severity: 'high',
  title: 'Suspicious sign-ins are no longer stopped',
  why: 'Threat protection turns away leaked passwords and sign-ins from unusual places; AUDIT only writes them down, and without it nothing does.',
  remediation: 'Set advanced_security_mode as it was.',
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
              ? `Whoever tries a leaked password of a user of ${name} is no longer stopped.`
              : `Nobody sees any more when leaked passwords are tried on users of ${name}.`,
          before: was,
          after: now,
        },
      ];
    }),
});
