import { violations } from '../violations';
import { isEmpty } from '../known';
import { postureRule } from '../../findings/rule';

export const jwtWithoutAudience = postureRule({
  id: 'jwt-without-audience',
  severity: 'high',
  title: 'A JWT authorizer that takes tokens made for any app',
  why: 'Without an audience, a token that the issuer made for another app, of another team even, passes here.',
  remediation: 'List the app clients whose tokens are meant for this API as the audience.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html',
  find: ({ httpApis }) =>
    violations(
      'authorizer',
      httpApis
        .flatMap(({ authorizers }) => authorizers)
        .filter(({ type, audience }) => type === 'JWT' && isEmpty(audience)),
      'A token for any client of its issuer passes.',
    ),
});
