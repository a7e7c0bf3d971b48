import { postureRule } from '../../findings/rule';
import { publicRoutes } from '../../access/access';

export const apiKeyOnly = postureRule({
  id: 'api-key-only',
  severity: 'high',
  title: 'A route that an API key alone opens',
  why: 'An API key says which usage plan counts, not who calls: it never expires, is sent as it is, and one key is known to everyone who has the app.',
  remediation: 'Guard the route with an authorizer as well; keep the key for the usage plan.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
  find: (surface) =>
    publicRoutes(surface)
      .filter(({ kind, apiKeyRequired }) => kind === 'rest' && apiKeyRequired === true)
      .map((route) => ({
        at: route,
        subject: route.title,
        message: 'Whoever has the API key may call it, and nothing says who that is.',
      })),
});
