import { readFileSync, writeFileSync } from 'node:fs';
import { alarms } from '@gatehouse/testing/environment-fields';
import { type WorkspaceCopy } from './workspace-copy';

const document = 'libs/stacks/src/openapi.yaml';

/**
 * Gives `local` in a copy of the workspace what it has not: everything that stands before an API, around it, and beside
 * its people. But for the record in Route 53, after which the provider waits for 10 to 30 seconds.
 */
export function writeEveryField(copy: WorkspaceCopy): void {
  const file = copy.path('environments/local.json');
  const local = JSON.parse(readFileSync(file, 'utf8')) as { identity: object; api: object };
  const { api, identity } = everyField();
  const all = {
    ...local,
    identity: { ...local.identity, ...identity },
    api: { ...local.api, ...api },
    alarms,
  };
  writeFileSync(file, JSON.stringify(all, null, 2));
  copy.replace(
    document,
    '    get:\n      summary: Whether',
    '    get:\n      x-gatehouse-cached: true\n      summary: Whether',
  );
}

function everyField() {
  const photos = {
    actions: ['s3:GetObject'],
    resources: ['arn:aws:s3:::photos/${cognito-identity.amazonaws.com:sub}/*'],
  };
  return {
    identity: { identityPool: { guests: true, authenticated: [photos], guestPermissions: [photos] } },
    api: {
      definition: { openapi: document },
      waf: {
        managedRules: ['AWSManagedRulesAmazonIpReputationList', 'AWSManagedRulesCommonRuleSet'],
        rateLimitPer5Minutes: 2000,
        userPool: true,
      },
      domain: {
        name: 'api.example.com',
        certificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/a',
        basePath: 'v1',
        disableDefaultEndpoint: true,
      },
      cache: { sizeGb: 0.5, ttlSeconds: 60 },
    },
  };
}
