import { snsRegionsOf } from '../../cognito/sending-regions';
import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const smsRegionNotSupported = refusalRule({
  id: 'sms-region-not-supported',
  severity: 'high',
  title: 'Text messages from a region that the user pool cannot use',
  why: 'A user pool sends text messages through Amazon SNS of its own region; some regions have another one beside it, and a few have only another one.',
  remediation:
    'Set sms.region (sns_region of sms_configuration) to a region that AWS lists for the region of the pool.',
  page: 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html',
  find: ({ userPools }) =>
    violations('user pool', userPools, ({ region = '', smsRegion, smsRole }) => {
      const supported = snsRegionsOf(region);
      if (supported === undefined || smsRole === undefined || isUnknown(smsRegion)) return undefined;
      return {
        // Not written: that of the pool.
        when: !supported.includes(smsRegion ?? region),
        message: `Cognito refuses text messages ${smsRegion === undefined ? 'without sns_region' : `from ${smsRegion}`} for a user pool of ${region}; it takes ${supported.join(', ')}.`,
        after: smsRegion ?? region,
      };
    }),
});
