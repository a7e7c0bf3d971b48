import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';

export const httpRouteTargetInvalid = refusalRule({
  id: 'http-route-target-invalid',
  severity: 'high',
  title: 'Target of a route that is no integration',
  why: 'A route names its integration as integrations/ and the id.',
  remediation: 'Write integrations/ before the id of the integration.',
  page: 'https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html',
  find: ({ httpApis }) =>
    httpApis.flatMap(({ routes }) =>
      routes.flatMap((route) => {
        const { routeKey, target } = route;
        return violationsAt(route, isUnknown(routeKey) ? route.address : routeKey, {
          when: typeof target === 'string' && !/^integrations\/\S+$/.test(target),
          message: `API Gateway refuses the target ${String(target)}; it must be integrations/ and an id.`,
          after: String(target),
        });
      }),
    ),
});
