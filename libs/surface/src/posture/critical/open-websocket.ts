import { postureRule } from '../../findings/rule';
import { publicRoutes } from '../../access/access';

export const openWebsocket = postureRule({
  id: 'open-websocket',
  severity: 'critical',
  title: 'Public WebSocket API',
  why: 'A WebSocket API authorizes callers once, at $connect. Every later message passes without authorization.',
  remediation: 'Give the $connect route an authorizer or AWS_IAM.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html',
  replaces: ['CKV_AWS_309'],
  find: (surface) =>
    publicRoutes(surface)
      .filter(({ title, apiKeyRequired }) => title === '$connect' && apiKeyRequired === false)
      .map((route) => ({
        at: route,
        subject: `WebSocket API ${route.api.name}`,
        message: 'Anyone on the internet can connect and send every message.',
      })),
});
