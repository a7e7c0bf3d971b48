import { violations } from '../../findings/violations';
import { isEmpty } from '../../model/lists';
import { postureRule } from '../../findings/rule';

export const jwtWithoutAudience = postureRule({
  id: 'jwt-without-audience',
  severity: 'high',
  title: 'JWT authorizer without audience',
  why: 'Without an audience, a token that the issuer made for another app, even of another team, passes.',
  remediation: 'List the app clients whose tokens are for this API as the audience.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html',
  find: ({ httpApis }) =>
    violations(
      'authorizer',
      httpApis
        .flatMap(({ authorizers }) => authorizers)
        .filter(({ type, audience }) => type === 'JWT' && isEmpty(audience)),
      'Anyone with a token for any client of its issuer passes.',
    ),
});
