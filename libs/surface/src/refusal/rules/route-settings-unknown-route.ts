import { isUnknown } from '../../model/value';
import { nameOf } from '../../model/located';
import { refusalRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';

export const routeSettingsUnknownRoute = refusalRule({
  id: 'route-settings-unknown-route',
  severity: 'high',
  title: 'Stage settings for no route',
  why: 'route_settings of a stage name a route by its key, and the route must be there.',
  remediation: 'Write the key as the route has it: GET /reports/{id}.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html',
  find: ({ httpApis }) =>
    httpApis.flatMap(({ complete, managed, routes, stages }) => {
      const keys = routes.map(({ routeKey }) => routeKey);
      // Routes may be in a configuration of their own.
      if (!complete || !managed || keys.length === 0 || keys.some(isUnknown)) return [];
      return stages.flatMap((stage) =>
        violationsAt(
          stage,
          `stage ${nameOf(stage)}`,
          stage.routeSettings.map(({ routeKey }) => ({
            when: typeof routeKey === 'string' && !keys.includes(routeKey),
            message: `API Gateway refuses settings of ${String(routeKey)}, which is no route of the API.`,
            after: String(routeKey),
          })),
        ),
      );
    }),
});
