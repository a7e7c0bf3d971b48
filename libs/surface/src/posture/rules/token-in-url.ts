import { knownItems } from '../../model/lists';
import { postureRule } from '../../findings/rule';
import { violations } from '../../findings/violations';

export const tokenInUrl = postureRule({
  id: 'token-in-url',
  severity: 'medium',
  title: 'Token in the URL',
  why: 'URLs are kept in access logs, browser histories and proxies, and so are the tokens in them.',
  remediation: 'Read the token from the Authorization header.',
  page: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html',
  find: ({ apis, httpApis }) =>
    violations(
      'authorizer',
      [
        ...apis.flatMap(({ authorizers }) => authorizers),
        // A browser cannot give a WebSocket a header, so there the URL is the only way.
        ...httpApis.flatMap(({ protocol, authorizers }) => (protocol === 'HTTP' ? authorizers : [])),
      ],
      (authorizer) => {
        const sources = knownItems(
          'identitySource' in authorizer ? [authorizer.identitySource] : authorizer.identitySources,
        );
        return {
          when: sources.some((source) => source.includes('request.querystring.')),
          message: 'Anyone who sees the URL, in a log or a history, can use the token.',
          after: sources.join(', '),
        };
      },
    ),
});
