import { titleOf } from '../../access/route';
import { knownItems } from '../../model/lists';
import { isUnknown } from '../../model/value';
import { refusalRule } from '../../findings/rule';
import { violationsAt } from '../../findings/violations';

export const cacheKeyNotDeclared = refusalRule({
  id: 'cache-key-not-declared',
  severity: 'high',
  title: 'Cache key that the method does not declare',
  why: 'What tells cached responses apart is a request parameter that the method declares, or that the integration maps.',
  remediation: 'Declare the parameter in request_parameters of the method.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html',
  find: ({ apis }) =>
    apis.flatMap(({ routes }) =>
      routes.flatMap((route) => {
        const { integration, requestParameters } = route;
        const mapped = integration?.requestParameters;
        const keys = knownItems(integration?.cacheKeyParameters ?? []);
        if (keys.length === 0) return [];
        if (isUnknown(requestParameters) || mapped === undefined || isUnknown(mapped)) return [];
        const declared = new Set([...Object.keys(requestParameters), ...Object.keys(mapped)]);
        return violationsAt(
          route,
          titleOf(route),
          keys.map((key) => ({
            when: !declared.has(key),
            message: `API Gateway refuses the cache key ${key} of ${titleOf(route)}, which the method does not declare.`,
            after: key,
          })),
        );
      }),
    ),
});
