import { postureRule } from '../../findings/rule';
import { restStages } from '../stages';

export const cacheNotEncrypted = postureRule({
  id: 'cache-not-encrypted',
  severity: 'high',
  title: 'Cache not encrypted',
  why: 'The cache of a stage holds responses as they were sent to users.',
  remediation: 'Set cache_data_encrypted to true.',
  page: 'https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html',
  replaces: ['CKV_AWS_308', 'cdk-nag APIGWCacheEnabledAndEncrypted'],
  find: ({ apis }) =>
    restStages(apis)
      .filter(({ stage }) => stage.cacheCluster === true)
      .flatMap(({ stage, subject }) =>
        stage.methodSettings
          .filter(({ caching, cacheEncrypted }) => caching === true && cacheEncrypted === false)
          .map((settings) => ({
            at: settings,
            subject,
            message: 'Responses to users are cached unencrypted.',
          })),
      ),
});
