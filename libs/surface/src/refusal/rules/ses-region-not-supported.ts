import { sesRegionsOf } from '../../cognito/sending-regions';
import { refusalRule } from '../../findings/rule';
import { arnParts } from '../arn-parts';
import { senderViolations } from '../sender-violations';

export const sesRegionNotSupported = refusalRule({
  id: 'ses-region-not-supported',
  severity: 'high',
  title: 'Amazon SES in a region that the user pool cannot use',
  why: 'A user pool sends through Amazon SES in its own region; pools of the older regions also in us-east-1, us-west-2 and eu-west-1, and in no other.',
  remediation:
    'Verify the address or domain in Amazon SES in the region of the pool, and name that identity: identity or region of EmailSender.ses, identityArn of notifications (source_arn).',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-email.html',
  find: (surface) =>
    senderViolations(surface, ({ sourceArn }, region = '') => {
      const { service, region: used = '' } = arnParts(sourceArn) ?? {};
      const supported = sesRegionsOf(region);
      return {
        when: service === 'ses' && supported !== undefined && !supported.includes(used),
        message: `Cognito refuses Amazon SES of ${used} for a user pool of ${region}; it takes ${supported?.join(', ')}.`,
        after: used,
      };
    }),
});
