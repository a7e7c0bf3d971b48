import { snsRegionsOf } from '../../cognito/sending-regions';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const smsRegionNotSupported = refusalRule({
  id: 'sms-region-not-supported',
  severity: 'high',
  title: 'Text messages from a region that the user pool cannot use',
  why: 'A user pool sends text messages through Amazon SNS of its own region; some regions have another one beside it, and a few have only another one.',
  remediation: 'Set sns_region to a region that AWS lists for the region of the pool, or leave it out.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html',
  find: ({ userPools }) =>
    violations('user pool', userPools, ({ region = '', smsRegion }) => {
      const supported = snsRegionsOf(region);
      return {
        when: typeof smsRegion === 'string' && supported !== undefined && !supported.includes(smsRegion),
        message: `Cognito refuses text messages from ${String(smsRegion)} for a user pool of ${region}; it takes ${supported?.join(', ')}.`,
        after: String(smsRegion),
      };
    }),
});
