import { postureRule } from '../../findings/rule';
import { nameOf } from '../known';
import { unguardedHttpRoutes } from '../routes';

export const openWebsocket = postureRule({
  id: 'open-websocket',
  severity: 'critical',
  title: 'A WebSocket API that anyone may connect to',
  why: 'A WebSocket API asks who someone is once, at $connect; every later message comes through without a question.',
  remediation: 'Give $connect an authorizer, or AWS_IAM.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html',
  replaces: ['CKV_AWS_309'],
  find: ({ httpApis }) =>
    unguardedHttpRoutes(httpApis)
      .filter(({ routeKey, route }) => routeKey === '$connect' && route.apiKeyRequired === false)
      .map(({ api, route }) => ({
        at: route,
        subject: `WebSocket API ${nameOf(api)}`,
        message: 'Anyone may connect and send every message.',
      })),
});
