import { postureRule } from '../../findings/rule';
import { publicRoutes } from '../../access/access';

export const openWebsocket = postureRule({
  id: 'open-websocket',
  severity: 'critical',
  title: 'A WebSocket API that anyone may connect to',
  why: 'A WebSocket API asks who someone is once, at $connect; every later message comes through without a question.',
  remediation: 'Give $connect an authorizer, or AWS_IAM.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html',
  replaces: ['CKV_AWS_309'],
  find: (surface) =>
    publicRoutes(surface)
      .filter(({ title, apiKeyRequired }) => title === '$connect' && apiKeyRequired === false)
      .map((route) => ({
        at: route,
        subject: `WebSocket API ${route.api.name}`,
        message: 'Anyone may connect and send every message.',
      })),
});
