import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const cacheNotEncrypted = postureRule({
  id: 'cache-not-encrypted',
  severity: 'high',
  title: 'Cache not encrypted',
  why: 'The cache of a stage holds responses as they were sent to users.',
  remediation: 'Set cache_data_encrypted to true.',
  page: 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
  isHardening: true,
  replaces: ['CKV_AWS_308', 'cdk-nag APIGWCacheEnabledAndEncrypted'],
  find: ({ apis }) =>
    violations(
      'stage',
      apis.flatMap(({ stages }) => stages.filter(({ cacheCluster }) => cacheCluster === true)),
      ({ methodSettings }) =>
        methodSettings.map((at) => ({
          when: at.caching === true && at.cacheEncrypted === false,
          at,
          message: 'Responses to users are cached unencrypted.',
        })),
    ),
});
