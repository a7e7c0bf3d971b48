import { nameOf } from '../../model/located';
import { refusalRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';

export const throttleOfZero = refusalRule({
  id: 'throttle-of-zero',
  severity: 'high',
  title: 'Route settings that refuse every request',
  why: 'The provider sends a limit that is not written as 0, and then API Gateway answers every request with 429.',
  remediation:
    'Write throttling_rate_limit and throttling_burst_limit in every block of route settings, or remove the block.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html',
  find: ({ httpApis }) =>
    httpApis.flatMap(({ stages }) =>
      stages.flatMap((stage) =>
        violationsAt(
          stage,
          `stage ${nameOf(stage)}`,
          stage.routeSettings.map(({ routeKey, refusesAll }) => ({
            when: refusesAll === true,
            message: `API Gateway answers every request to ${typeof routeKey === 'string' ? routeKey : 'every route'} with 429, because the settings have no rate or no burst limit.`,
            after: 'a limit of 0',
          })),
        ),
      ),
    ),
});
