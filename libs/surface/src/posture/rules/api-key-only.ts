import { postureRule } from '../../findings/rule';
import { publicRoutes } from '../../access/access';

export const apiKeyOnly = postureRule({
  id: 'api-key-only',
  severity: 'high',
  title: 'Route guarded by an API key alone',
  why: 'An API key identifies a usage plan, not a caller: it never expires, and everyone who has the app has the key.',
  remediation: 'Give the route an authorizer as well, and keep the key for the usage plan.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
  find: (surface) =>
    publicRoutes(surface)
      .filter(({ kind, apiKeyRequired }) => kind === 'rest' && apiKeyRequired === true)
      .map((route) => ({
        at: route,
        subject: route.title,
        message: 'Anyone with the API key can call it, unidentified.',
      })),
});
