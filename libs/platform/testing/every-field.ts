import { type Environment } from '@gatehouse/environment';
import { alarms } from '@gatehouse/testing/environment-fields';
import { environment } from './environment';

/** The environment of the tests with everything else that an environment may have. */
export function everyField(changes: Partial<Environment> = {}): Environment {
  const { api, identity } = environment();
  return environment({
    identity: {
      ...identity,
      guests: true,
    },
    api: {
      ...api,
      waf: { managedRules: ['AWSManagedRulesCommonRuleSet'], rateLimitPer5Minutes: 2000, userPool: true },
      domain: {
        name: 'api.example.com',
        certificateArn: 'arn:aws:acm:eu-west-1:111111111111:certificate/a',
        hostedZoneId: 'Z0123456789ABCDEFGHIJ',
        basePath: 'v1',
        disableDefaultEndpoint: true,
      },
    },
    alarms,
    ...changes,
  });
}
