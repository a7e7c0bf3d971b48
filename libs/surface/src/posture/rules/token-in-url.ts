import { knownItems, nameOf } from '../known';
import { postureRule } from '../../findings/rule';

export const tokenInUrl = postureRule({
  id: 'token-in-url',
  severity: 'medium',
  title: 'An authorizer that takes the token from the URL',
  why: 'Addresses are kept in access logs, browser histories and by every proxy on the way, and tokens in them too.',
  remediation: 'Take it from the Authorization header.',
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
        message: 'What proves who calls is part of the URL.',
        after: sources.join(', '),
      })),
});
