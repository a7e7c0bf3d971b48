import { nameOf } from '../../model/located';
import { refusalRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';

const LONGEST = 3600;

export const cacheOutOfRange = refusalRule({
  id: 'cache-out-of-range',
  severity: 'high',
  title: 'Cache of a stage out of range',
  why: `API Gateway caches a response for up to ${LONGEST} seconds.`,
  remediation: `Set cache_ttl_in_seconds to 0 to ${LONGEST}.`,
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
  find: ({ apis }) =>
    apis.flatMap(({ stages }) =>
      stages.flatMap((stage) =>
        stage.methodSettings.flatMap((settings) => {
          const { cacheTtl } = settings;
          return violationsAt(settings, `stage ${nameOf(stage)}`, {
            when: typeof cacheTtl === 'number' && (cacheTtl < 0 || cacheTtl > LONGEST),
            message: `API Gateway refuses to cache responses for ${String(cacheTtl)} seconds; it accepts 0 to ${LONGEST}.`,
            after: String(cacheTtl),
          });
        }),
      ),
    ),
});
