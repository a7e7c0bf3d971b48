import { knownItems, nameOf } from '../known';
import { postureRule } from '../../findings/rule';

export const tokenInUrl = postureRule({
  id: 'token-in-url',
  severity: 'medium',
  title: 'Token in the URL',
  why: 'URLs are kept in access logs, browser histories and proxies, and so are the tokens in them.',
  remediation: 'Read the token from the Authorization header.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html',
  find: ({ apis, httpApis }) =>
    [
      ...apis.flatMap(({ authorizers }) =>
        authorizers.map((at) => ({ at, sources: knownItems([at.identitySource]) })),
      ),
      // A browser cannot give a WebSocket a header, so there the URL is the only way.
      ...httpApis
        .filter(({ protocol }) => protocol === 'HTTP')
        .flatMap(({ authorizers }) =>
          authorizers.map((at) => ({ at, sources: knownItems(at.identitySources) })),
        ),
    ]
      .filter(({ sources }) => sources.some((source) => source.includes('request.querystring.')))
      .map(({ at, sources }) => ({
        at,
        subject: `authorizer ${nameOf(at)}`,
        message: 'Anyone who sees the URL, in a log or a history, can use the token.',
        after: sources.join(', '),
      })),
});
