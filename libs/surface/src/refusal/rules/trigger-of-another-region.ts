import { arnParts } from '../arn-parts';
import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const triggerOfAnotherRegion = refusalRule({
  id: 'trigger-of-another-region',
  severity: 'high',
  title: 'Trigger or sender key of another region than the user pool',
  why: 'A user pool calls functions of its own region, and Lambda takes the permission for it there alone. The key that encrypts the codes of custom senders is one of that region too.',
  remediation: 'Name a function or key of the region of the user pool, or make the pool there.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html',
  find: ({ userPools }) =>
    violations('user pool', userPools, ({ region: own, triggers, senderKey }) => {
      if (own === undefined) return undefined;
      const named = { ...(isUnknown(triggers) ? {} : triggers), kms_key_id: senderKey };
      return Object.entries(named).map(([argument, arn]) => {
        const { region = '' } = arnParts(arn) ?? {};
        return {
          when: region !== '' && region !== own,
          message: `Cognito refuses ${argument} of ${region} for a user pool of ${own}.`,
          after: region,
        };
      });
    }),
});
