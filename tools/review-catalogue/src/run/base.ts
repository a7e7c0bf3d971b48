import type { MergePatch } from '../json';

/** What `local` becomes before anything is deployed: as strict as production, so that there is something to lose. */
export const base: MergePatch = {
  identity: {
    selfSignUp: false,
    deletionProtection: true,
    mfa: 'required',
    domainPrefix: 'gatehouse-catalogue',
    identityPool: {
      authenticated: [{ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::photos/*'] }],
    },
  },
  clients: {
    app: {
      authFlows: { userPassword: false },
      scopes: ['openid'],
      callbackUrls: ['https://app.example.com/signed-in'],
      logoutUrls: ['https://app.example.com/signed-out'],
    },
  },
  api: {
    cors: { allowOrigins: ['https://app.example.com'] },
    logs: { retentionDays: 90, level: 'ERROR' },
    tracing: true,
    waf: { managedRules: ['AWSManagedRulesCommonRuleSet'], rateLimitPer5Minutes: 2000 },
    domain: {
      name: 'api.example.com',
      certificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/a',
      disableDefaultEndpoint: true,
    },
  },
  alarms: { email: 'alerts@example.com', serverErrorPercent: 1 },
};
