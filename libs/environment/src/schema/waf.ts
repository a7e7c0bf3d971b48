import { formats, managedRules } from '@gatehouse/checks';
import { choice, flag, formatted, list, object, whole } from './fields';

export const waf = object(
  'Has AWS WAF look at requests before the API does. https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html',
  {
    webAclArn: formatted(formats.webAclArn, 'A web ACL of another owner, instead of rules of your own.').optional(),
    managedRules: list(
      choice(managedRules, 'One group of rules.'),
      'Groups of rules that AWS keeps, in the order in which they are looked at. The common rule set refuses bodies above 8 KB and requests without User-Agent; the anonymous IP list refuses machine clients in hosting providers.',
      'at least one group of rules',
    ).optional(),
    rateLimitPer5Minutes: whole(
      10,
      2_000_000_000,
      'requests',
      'Requests that one IP address may send in five minutes; more are refused with 403. People behind one company network share an address.',
    ).optional(),
    userPool: flag('Whether sign-in at the user pool is behind the same web ACL. False when absent.').optional(),
  },
);
